import type { IkasCall } from './types';

/** What is known of a call before it is answered. */
export type Asked = Pick<IkasCall, 'kind' | 'client' | 'operation' | 'fields' | 'variables'>;
export type Outcome = Pick<IkasCall, 'status' | 'code' | 'fault' | 'page' | 'records'>;

export const callLog = (now: () => number) => {
	const calls: IkasCall[] = [];
	return {
		/** Starts a call; what comes back ends it. */
		begin(asked: Asked) {
			const begun = performance.now();
			const [at, wallAt] = [now(), Date.now()];
			return (outcome: Outcome) => {
				const seq = calls.length + 1;
				const ms = performance.now() - begun;
				calls.push({ seq, at, wallAt, ...asked, ...outcome, ms });
			};
		},
		since: (seq: number): readonly IkasCall[] => calls.slice(seq),
		count: (isCounted: (call: IkasCall) => boolean) => calls.filter(isCounted).length,
	};
};
