import type { ChannelKind } from './channel';
import { clock } from './clock';
import { gates, type Execution } from './gates';

export const minute = 60_000;

/** Lets time pass until then, and everything happen that is due meanwhile. */
export async function passing(
	until: number,
	note: (step: string) => void,
	isStruck: (execution: Execution) => boolean = () => false,
): Promise<void> {
	for (;;) {
		const passed = await gates.next(until, ({ of }) => of !== null && isStruck(of));
		if (passed === null) break;
		if (passed.of) note(`${passed.at} ${passed.of.what} ${passed.where}`);
	}
	clock.moveTo(until);
}

/** What is started by itself. The net under the syncs would hide what they miss: not every seed has it. */
export const scheduleOf = ({ schedule }: ChannelKind, hasNet: boolean) =>
	Object.entries(schedule).filter(([template]) => hasNet || !template.endsWith('/reconcile'));
