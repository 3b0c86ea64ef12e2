import type { ChannelKind } from './channel';
import { ikas, ikasTwice } from './ikas';

const kinds: readonly ChannelKind[] = [ikas, ikas, ikasTwice];

/** The channels take turns. */
export function kindOf(seed: number): ChannelKind {
	const kind = kinds[seed % kinds.length];
	if (kind === undefined) throw new Error(`no channel for seed ${seed}`);
	return kind;
}
