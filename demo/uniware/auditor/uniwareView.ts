import type { UniwareCall, UniwareState } from '../../../sandbox/uniware/types';
import type { ChannelView } from '../../auditor/channel';
import { seenWithOms } from '../../auditor/oms/seenWithOms';
import { ikasView, type IkasEvidence } from '../../ikas/auditor/ikasView';
import { shownParcels } from '../../outlet/shownParcels';
import { findEffects } from './findEffects';
import { findFailed } from './findFailed';
import { omsViewOf } from './omsView';

export interface UniwareEvidence extends IkasEvidence {
	/** What the pretend Uniware says in the end; null where nobody has named one. */
	readonly partner: {
		readonly state: UniwareState;
		readonly calls: readonly UniwareCall[];
	} | null;
}

/** What the pretend shop says in the end, and the pretend Uniware that ships what it sells. */
export function uniwareView({ partner, ...evidence }: UniwareEvidence): ChannelView {
	const { state, ledger } = evidence;
	if (partner === null) throw new Error('expected the address of Uniware');
	const view = ikasView(evidence);
	const { findings, counts } = seenWithOms({
		orders: view.orders,
		shown: shownParcels(state),
		oms: omsViewOf(partner.state),
		ledger,
	});
	return {
		...view,
		findings: [
			...view.findings,
			...findings,
			...findEffects(partner.state, partner.calls),
			...findFailed(partner.state, ledger),
		],
		counts,
	};
}
