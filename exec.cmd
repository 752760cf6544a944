@rem `exec` as sh has it, for the npm scripts: there it makes the program take the place of the shell, so that a
@rem signal to npm reaches the program. Windows has no such signals; there it only runs the program.
@%*
