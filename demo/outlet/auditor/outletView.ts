import type { ChannelView } from '../../auditor/channel';
import type { Finding } from '../../auditor/facts';
import { seenWithOms } from '../../auditor/oms/seenWithOms';
import type { OmsView } from '../../auditor/oms/view';
import { ikasView, type IkasEvidence } from '../../ikas/auditor/ikasView';
import { shownParcels } from '../shownParcels';

/** What the pretend shop says in the end, beside the OMS that ships what it sells, and what only the OMS's own part can see. */
export function outletView(
	evidence: IkasEvidence,
	oms: OmsView,
	ofOms: readonly Finding[],
): ChannelView {
	const { state, ledger } = evidence;
	const view = ikasView(evidence);
	const { findings, counts } = seenWithOms({
		...{ orders: view.orders, shown: shownParcels(state), oms, ledger },
	});
	return { ...view, findings: [...view.findings, ...findings, ...ofOms], counts };
}
