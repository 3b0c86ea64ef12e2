import type { ChannelView } from '../../auditor/channel';
import { ikasView, type IkasEvidence } from '../../ikas/auditor/ikasView';
import { countHandled } from './countHandled';
import { findReturns } from './findReturns';

/** What the pretend shop says in the end, and what people in the hub have done with its orders. */
export function boutiqueView(evidence: IkasEvidence): ChannelView {
	const view = ikasView(evidence);
	return {
		...view,
		findings: [...view.findings, ...findReturns(evidence.ledger)],
		counts: countHandled(view.orders, evidence.ledger),
	};
}
