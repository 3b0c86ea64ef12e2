import type { ChannelView } from '../../auditor/channel';
import type { Finding } from '../../auditor/facts';
import { seenWithOms } from '../../auditor/oms/seenWithOms';
import type { OmsView } from '../../auditor/oms/view';
import { ikasView, type IkasEvidence } from '../../ikas/auditor/ikasView';
import { shownParcels } from '../shownParcels';

/** What the pretend shop says in the end, and the OMS that ships what it sells; null where nobody has named one. */
export interface OutletEvidence<Partner> extends IkasEvidence {
	readonly partner: Partner | null;
}

/** The OMS in words that are the same for all, and what only its own part can see. */
interface SeenOms {
	readonly oms: OmsView;
	readonly findings: readonly Finding[];
}

export function outletView<Partner>(
	{ partner, ...evidence }: OutletEvidence<Partner>,
	see: (partner: Partner) => SeenOms,
): ChannelView {
	if (partner === null) throw new Error('expected the address of the OMS');
	const { state, ledger } = evidence;
	const view = ikasView(evidence);
	const { oms, findings: ofOms } = see(partner);
	const { findings, counts } = seenWithOms({
		...{ orders: view.orders, shown: shownParcels(state), oms, ledger },
	});
	return { ...view, findings: [...view.findings, ...findings, ...ofOms], counts };
}
