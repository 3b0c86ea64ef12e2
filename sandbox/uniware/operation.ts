import type { Reply } from './answers';
import type { World } from './world';

/** A call whose caller is known. */
export interface Asked {
	/** JSON as it came; of a GET: the query. */
	readonly body: unknown;
	/** The header; null where there is none. */
	readonly facility: string | null;
}

export interface Operation {
	readonly name: string;
	/** Below `/services/rest/v1`, in this very case (reference/uniware-oker.md 1.1). */
	readonly path: string;
	readonly method?: 'GET';
	/** It needs the header that names a facility. */
	readonly isOfFacility?: true;
	answer(world: World, asked: Asked): Reply;
}

/** The facility of the header, in an operation that needs one: it is there. */
export const facilityOf = ({ facility }: Asked): string => facility ?? '';
