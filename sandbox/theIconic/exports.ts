import { type Random, uuid } from '../random';
import type { IconicJobState } from './stateTypes';

/** A document that is being made. */
export interface Export {
	readonly id: number;
	readonly uuid: string;
	/** What the file says. */
	readonly content: string;
	readonly format: 'pdf' | 'html';
	readonly createdAt: number;
	readonly fails: boolean;
}

export interface JobsContext {
	readonly random: Random;
	/** From the hand-in to the end. */
	readonly workMs: number;
	now(): number;
	jobFails(): boolean;
}

/** A file is kept for a day, which is a guess (reference/the-iconic-sellercenter.md 8). */
const keptMs = 86_400_000;

export const expiresAt = ({ createdAt }: Export) => createdAt + keptMs;

export type ExportStatus = 'Queued' | 'Processing' | 'Finished' | 'Error' | 'Expired';

/** A third of the time in the queue. */
export const phaseOf = (
	createdAt: number,
	{ now, workMs }: Pick<JobsContext, 'now' | 'workMs'>,
) => {
	const age = now() - createdAt;
	if (age >= workMs) return 'Ended';
	return age < workMs / 3 ? 'Queued' : 'Processing';
};

/** Documents are made by and by, by the sandbox's clock. */
export const exportsOf = (context: JobsContext) => {
	const all: Export[] = [];
	const statusOf = (made: Export): ExportStatus => {
		const phase = phaseOf(made.createdAt, context);
		if (phase !== 'Ended') return phase;
		if (made.fails) return 'Error';
		return context.now() >= expiresAt(made) ? 'Expired' : 'Finished';
	};
	return {
		create({ content, format }: Pick<Export, 'content' | 'format'>): Export {
			const made = {
				id: 70_001 + all.length,
				uuid: uuid(context.random),
				content,
				format,
				createdAt: context.now(),
				fails: context.jobFails(),
			};
			all.push(made);
			return made;
		},
		withId: (id: number): Export | null => all.find((one) => one.id === id) ?? null,
		withUuid: (name: string): Export | null => all.find((one) => one.uuid === name) ?? null,
		statusOf,
		states: (): readonly IconicJobState[] =>
			all.map((made) => ({
				id: made.id,
				uuid: made.uuid,
				kind: 'export',
				status: statusOf(made),
				createdAt: made.createdAt,
			})),
	};
};
