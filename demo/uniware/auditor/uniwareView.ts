import type { UniwareCall, UniwareState } from '../../../sandbox/uniware/types';
import type { ChannelView } from '../../auditor/channel';
import { outletView, type OutletEvidence } from '../../outlet/auditor/outletView';
import { findEffects } from './findEffects';
import { findFailed } from './findFailed';
import { omsViewOf } from './omsView';

export type UniwareEvidence = OutletEvidence<{
	readonly state: UniwareState;
	readonly calls: readonly UniwareCall[];
}>;

export const uniwareView = (evidence: UniwareEvidence): ChannelView =>
	outletView(evidence, ({ state, calls }) => ({
		oms: omsViewOf(state),
		findings: [...findEffects(state, calls), ...findFailed(state, evidence.ledger)],
	}));
