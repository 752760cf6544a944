const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Local time as C's ctime writes it (ISO C 7.29.3.2), without the line end: `Sat Nov 21 00:49:35 2026`, the day of
 * the month padded with a space.
 */
export function formatCtime(date: Date): string {
	const two = (value: number): string => String(value).padStart(2, '0');
	const clock = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
	const day = String(date.getDate()).padStart(2);
	return `${DAYS[date.getDay()]} ${MONTHS[date.getMonth()]} ${day} ${clock} ${date.getFullYear()}`;
}
