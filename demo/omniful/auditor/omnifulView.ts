import type { OmnifulCall, OmnifulState } from '../../../sandbox/omniful/types';
import type { ChannelView } from '../../auditor/channel';
import { outletView, type OutletEvidence } from '../../outlet/auditor/outletView';
import { findEffects } from './findEffects';
import { omsViewOf } from './omsView';

export type OmnifulEvidence = OutletEvidence<{
	readonly state: OmnifulState;
	readonly calls: readonly OmnifulCall[];
}>;

export const omnifulView = (evidence: OmnifulEvidence): ChannelView =>
	outletView(evidence, ({ state, calls }) => ({
		oms: omsViewOf(state),
		findings: findEffects(calls),
	}));
