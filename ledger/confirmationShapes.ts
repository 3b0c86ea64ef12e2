import type { Instant } from '../domain/instant';
import type { SyncKind } from './syncShapes';

interface Acts {
	readonly sync: { readonly store: string; readonly kind: SyncKind; readonly isFull: boolean };
	readonly retry: { readonly exception: number };
	readonly dismiss: { readonly exception: number };
	readonly release: { readonly store: string; readonly order: string };
	readonly approve: { readonly store: string; readonly order: string };
	readonly route: { readonly store: string; readonly order: string; readonly hub: string };
	/** Orders to be read from the channel again, by its ids. */
	readonly resync: { readonly store: string; readonly orders: readonly string[] };
	readonly cancel: { readonly store: string; readonly order: string };
	readonly approveReturn: { readonly return: string };
	readonly rejectReturn: { readonly return: string };
	readonly orderReturn: { readonly return: string };
	readonly passReturn: { readonly return: string };
	readonly failReturn: { readonly return: string };
}

export type ActName = keyof Acts;

/** What a person may do on the Channel Summary page. */
export type Act<Name extends ActName = ActName> = {
	readonly [One in Name]: { readonly act: One } & Acts[One];
}[Name];

/** `hash` is of the secret that the page shows; whoever has the secret saw the page. */
export interface ConfirmationAsked {
	readonly act: Act;
	readonly hash: string;
	/** As whom the page was asked for. */
	readonly person: string;
}

export interface Confirmation {
	readonly id: number;
	readonly store: string;
	readonly question: string;
	/** What it is about, for a person to read before they say yes. */
	readonly about: readonly (readonly [name: string, value: string])[];
	/** Whether a reason has to be given. */
	readonly asksReason: boolean;
	/** By the database's clock. */
	readonly now: Instant;
	readonly until: Instant;
}

export interface ConfirmationGiven {
	readonly id: number;
	readonly hash: string;
	readonly person: string;
	readonly reason: string;
}

/** `isDone`: it was done, or is on its way; otherwise `said` tells why not. */
export interface Done {
	readonly store: string;
	readonly isDone: boolean;
	readonly said: string;
}

/** `isRepeat`: it was confirmed before, nothing was done this time. */
export interface Confirmed extends Done {
	readonly act: ActName;
	readonly isRepeat: boolean;
	readonly now: Instant;
}
