import type { NodeContext } from './context';

/** Shows a warning once above the output of the node, where the node has one. */
export function hinting(context: NodeContext): (warning: string | null) => void {
	const shown = new Set<string>();
	return (warning) => {
		if (warning === null || shown.has(warning) || !('addExecutionHints' in context)) return;
		shown.add(warning);
		context.addExecutionHints({ message: warning, type: 'warning', location: 'outputPane' });
	};
}
