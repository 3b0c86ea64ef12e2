import type { Audit } from '../../../../demo/auditor/audit';
import { uniwareView } from '../../../../demo/uniware/auditor/uniwareView';
import type { UniwareCall, UniwareState } from '../../../../sandbox/uniware/types';
import { auditOutlet, said, type Planted as OnOutlet } from '../../outlet/support/books';
import { uniwareWith } from './uniwareBooks';

/** What is otherwise than in the clean books. */
export interface Planted extends OnOutlet {
	readonly uniware?: UniwareState;
	readonly uniwareCalls?: readonly UniwareCall[];
}

export const auditOf = (planted: Planted = {}): Audit => {
	const { uniware: state = uniwareWith(), uniwareCalls: calls = [] } = planted;
	return auditOutlet('uniware', planted, (evidence) =>
		uniwareView({ ...evidence, partner: { state, calls } }),
	);
};

/** Each finding as `kind: what`. */
export const foundIn = (planted: Planted = {}): readonly string[] => said(auditOf(planted));
