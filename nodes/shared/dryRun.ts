import type { IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';

/** Whether the item is only tried. An expression that gives anything but yes or no is not taken for a no: that would write. */
export function isDryRun(context: IExecuteFunctions, item: number): boolean {
	const given: unknown = context.getNodeParameter('dryRun', item, false);
	if (typeof given === 'boolean') return given;
	throw refused(
		`dryRun: ${JSON.stringify(given)} is neither true nor false. Switch it, or let its expression give one of them.`,
	);
}

/** The same for items that go together: what is tried cannot go with what is meant. */
export function areDryRun(context: IExecuteFunctions): boolean {
	const [first = false, ...others] = context
		.getInputData()
		.map((_, item) => isDryRun(context, item));
	if (others.every((other) => other === first)) return first;
	throw refused(
		'dryRun: it is true for some items and false for others, and all of them go together. Part them with a Filter before.',
	);
}
