import type { Audit } from '../../../../demo/auditor/audit';
import { omnifulView } from '../../../../demo/omniful/auditor/omnifulView';
import type { OmnifulCall, OmnifulState } from '../../../../sandbox/omniful/types';
import { auditOutlet, said, type Planted as OnOutlet } from '../../outlet/support/books';
import { omnifulWith } from './omnifulBooks';

/** What is otherwise than in the clean books. */
export interface Planted extends OnOutlet {
	readonly omniful?: OmnifulState;
	readonly omnifulCalls?: readonly OmnifulCall[];
}

export const auditOf = (planted: Planted = {}): Audit => {
	const { omniful: state = omnifulWith(), omnifulCalls: calls = [] } = planted;
	return auditOutlet('omniful', planted, (evidence) =>
		omnifulView({ ...evidence, partner: { state, calls } }),
	);
};

/** Each finding as `kind: what`. */
export const foundIn = (planted: Planted = {}): readonly string[] => said(auditOf(planted));
