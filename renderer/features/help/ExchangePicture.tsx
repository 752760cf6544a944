import { arrowText, type Picture, type PictureRow } from '../../../common/explain/index.ts';
import type { Explain } from '../../../common/words/load-explain.ts';
import './exchange-picture.css';

interface ExchangePictureProps {
	readonly picture: Picture;
	readonly words: Explain['headings'];
}

/** What two ends do and send to each other, from top to bottom. */
export function ExchangePicture({ picture: { ends, rows }, words }: ExchangePictureProps) {
	const [left, right] = ends;
	return (
		<table className="exchange" aria-label={words.picture}>
			<thead>
				<tr>
					<th scope="col">{words.ends[left]}</th>
					<td />
					<th scope="col">{words.ends[right]}</th>
				</tr>
			</thead>
			<tbody>
				{rows.map((row, at) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the rows of a picture do not change
					<tr key={at}>
						<td className="exchange-left">{row.left}</td>
						<td className="exchange-way">
							{row.arrow === undefined ? null : <Arrow arrow={row.arrow} words={words} />}
						</td>
						<td className="exchange-right">{row.right}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

interface ArrowProps {
	readonly arrow: NonNullable<PictureRow['arrow']>;
	readonly words: Explain['headings'];
}

function Arrow({ arrow, words }: ArrowProps) {
	const { to, label, lost = false } = arrow;
	return (
		<div
			className="exchange-arrow"
			data-to={to}
			data-lost={lost || undefined}
			role="img"
			aria-label={arrowText(arrow, words.lost)}
		>
			<span>{label}</span>
		</div>
	);
}
