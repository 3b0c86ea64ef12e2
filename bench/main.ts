import { backlog } from './backlog';
import { channelSummary } from './channelSummary';
import { deciding } from './deciding';
import { endToEnd } from './endToEnd';
import { asRow, isMet, type Figure } from './figure';
import { importing } from './importing';
import { omsStock } from './omsStock';
import { pace } from './pace';
import { quotaUse } from './quota';
import { replaying } from './replaying';
import { routing } from './routing';
import { shopifyStock } from './shopifyStock';
import { size } from './size';
import { stockDifferences } from './stockDifferences';
import { uploading } from './uploading';
import { walking } from './walks';

type Section = (say: (line: string) => void) => Promise<readonly Figure[]>;

const sections: Readonly<Record<string, Section>> = {
	deciding,
	importing,
	routing,
	stockDifferences,
	omsStock,
	shopifyStock,
	uploading,
	endToEnd,
	quotaUse,
	walking,
	channelSummary,
	replaying,
	size,
	backlog,
	pace,
};

/** They take long, and `size` much of the disk: only who names them gets them. */
const onlyByName = new Set(['backlog', 'pace', 'size', 'walking']);

/** Those named on the command line, or all that are quick. */
function chosen(): readonly Section[] {
	const named = process.argv.slice(2).filter((one) => !one.startsWith('--'));
	const names =
		named.length > 0 ? named : Object.keys(sections).filter((one) => !onlyByName.has(one));
	return names.map((name) => {
		const section = sections[name];
		if (section === undefined) {
			throw new Error(`There is no ${name}. There are ${Object.keys(sections).join(', ')}.`);
		}
		return section;
	});
}

/** With `--json` the only line on stdout is the last one, with every figure. */
async function main(): Promise<void> {
	const asJson = process.argv.includes('--json');
	const say = (line: string) => void (asJson ? process.stderr : process.stdout).write(`${line}\n`);
	const figures: Figure[] = [];
	for (const section of chosen()) {
		const measured = await section(say);
		measured.map(asRow).forEach(say);
		figures.push(...measured);
	}
	const ok = figures.every(isMet);
	if (asJson) process.stdout.write(`${JSON.stringify({ ok, figures: figures.map(asFigure) })}\n`);
	process.exitCode = ok ? 0 : 1;
}

const asFigure = (figure: Figure) => ({
	...figure,
	value: Number(figure.value.toPrecision(4)),
	ok: isMet(figure),
});

void main();
