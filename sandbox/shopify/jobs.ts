import { uuid, random } from '../random';
import type { ShopifyOptions } from './types';

interface Job {
	readonly id: string;
	readonly dueAt: number;
	polls: number;
	isDone: boolean;
	work(): void;
}

const usual = { ms: 1500, polls: 2 };

/** Work that is done later: when its time has come, or when it was asked for often enough. */
export const jobs = (
	now: () => number,
	{ cancelMs = usual.ms, cancelPolls = usual.polls }: ShopifyOptions,
) => {
	const all = new Map<string, Job>();
	const next = random(9);
	const finish = (job: Job) => {
		if (job.isDone) return;
		job.isDone = true;
		job.work();
	};
	const view = ({ id, isDone }: Job) => ({
		__typename: 'Job',
		id: `gid://shopify/Job/${id}`,
		done: isDone,
	});
	return {
		/** Its first answer is never done: "asynchronous" (reference/shopify.md 9). */
		begin(work: () => void) {
			const job: Job = { id: uuid(next), dueAt: now() + cancelMs, polls: 0, isDone: false, work };
			all.set(job.id, job);
			return view(job);
		},
		poll(id: string) {
			const job = all.get(id);
			if (!job) return null;
			job.polls += 1;
			if (job.polls > cancelPolls) finish(job);
			return view(job);
		},
		settle() {
			const at = now();
			for (const job of all.values()) if (job.dueAt <= at) finish(job);
		},
	};
};
