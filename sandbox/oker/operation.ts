import type { Reply } from './answers';
import type { World } from './world';

/** A call whose caller is known, and that is as the contract describes it. */
export interface Asked {
	/** Parameters of the query by their names, as values. */
	readonly values: Readonly<Record<string, unknown>>;
	readonly body: unknown;
	readonly headers: Readonly<Record<string, string>>;
}

export interface Operation {
	/** `operationId` of the contract. */
	readonly id: string;
	/** Rules of a body that come before what the contract's schema says of it. */
	check?(body: unknown): void;
	answer(world: World, asked: Asked): Reply;
}
