import { clock } from './clock';
import { gates, type Execution } from './gates';
import type { World } from './world';

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

/** What is started by itself, for every store. The net under the syncs would hide what they miss: not every seed has it. */
export const scheduleOf = ({ kind, channels }: World, hasNet: boolean) =>
	Object.entries(kind.schedule)
		.filter(([template]) => hasNet || !template.endsWith('/reconcile'))
		.flatMap(([template, everyMinutes]) =>
			(template.startsWith('hub/') ? channels.slice(0, 1) : channels).map(({ store }) => ({
				template,
				store,
				everyMinutes,
			})),
		);
