import { useEffect, useState } from 'react';

/** Milliseconds: shorter operations need no button. */
const LONG = 300;

/** Whether something has been going on for a while. */
export function useLasting(going: boolean): boolean {
	const [long, setLong] = useState(false);
	useEffect(() => {
		if (!going) {
			setLong(false);
			return;
		}
		const timer = setTimeout(() => setLong(true), LONG);
		return () => clearTimeout(timer);
	}, [going]);
	return long && going;
}
