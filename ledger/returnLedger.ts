import type { QueueFilter, QueuePart, WaitingReturn } from './overviewShapes';
import type {
	LedgerReturn,
	ReturnApproval,
	ReturnChecked,
	ReturnDraft,
	ReturnFilter,
	ReturnHead,
	ReturnOrderDraft,
} from './returnShapes';

/** What comes back, from the request to what quality control found. Each step said again answers how it stands. `by`: who does it, for the order log. */
export interface ReturnLedger {
	/** What the courier brings back needs no decision: it is on its way at once. */
	requestReturn(
		draft: ReturnDraft,
		by?: string | null,
	): Promise<LedgerReturn & { readonly isNew: boolean }>;
	approveReturn(code: string, approval: ReturnApproval, by?: string | null): Promise<LedgerReturn>;
	rejectReturn(code: string, reason: string, by?: string | null): Promise<LedgerReturn>;
	/** Makes the return order of an approved request, or changes where it comes back and its tracking until it is there. */
	orderReturn(code: string, draft: ReturnOrderDraft, by?: string | null): Promise<LedgerReturn>;
	receiveReturn(code: string, by?: string | null): Promise<LedgerReturn>;
	/** What passed is back in the stock where it is to be; what failed never is. */
	checkReturn(code: string, checked: ReturnChecked, by?: string | null): Promise<LedgerReturn>;
	/** Somebody has paid it back: the hub moves no money. Null for the amount that is due. */
	markRefunded(code: string, amount: string | null, by?: string | null): Promise<LedgerReturn>;
	getReturn(code: string): Promise<LedgerReturn>;
	/** Newest first. */
	getReturns(filter: ReturnFilter): Promise<readonly LedgerReturn[]>;
	/** The same without their lines, for lists. */
	getReturnHeads(filter: ReturnFilter): Promise<readonly ReturnHead[]>;
	/** What waits for a person, the oldest first. */
	getReturnQueue(filter: QueueFilter): Promise<QueuePart<WaitingReturn>>;
}
