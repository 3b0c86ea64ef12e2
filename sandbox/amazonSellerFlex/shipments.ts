import type { Random } from '../random';
import { shelf } from '../shelf';
import { SandboxRefusal } from '../wire';
import { type PlacingContext, placed } from './placing';
import { notFound } from './refused';
import type { Shipment } from './shipment';
import { type AnswerContext, shipmentAnswer } from './shipmentAnswer';
import { shipmentState } from './shipmentState';
import type { AmazonShipmentDraft, AmazonShipmentState, Cause, ShipmentChangeKind } from './types';

/** What a change happens in. */
export interface ChangeContext {
	readonly now: number;
	readonly random: Random;
}

export type Change = (shipment: Shipment, context: ChangeContext) => Shipment;

/** What the shipments live in. `lateness` says how long the next change stays out of `getShipments`. */
export interface ShipmentsContext extends AnswerContext {
	readonly random: Random;
	now(): number;
	lateness(): number;
	surroundings(): Pick<PlacingContext, 'location' | 'priceOf'>;
}

export const shipments = (context: ShipmentsContext) => {
	const { random, now, lateness, currency } = context;
	const all = new Map<string, Shipment>();
	const visible = shelf<Shipment>();
	let revision = 0;

	const keep = (what: ShipmentChangeKind, by: Cause, shipment: Shipment): Shipment => {
		const at = now();
		// That a client sees its own change at once, whatever comes late, is a guess.
		const visibleAt = by === 'api' ? at : at + lateness();
		const { status } = shipment;
		const history = [...shipment.history, { at, what, by, status, visibleAt }];
		const row = { ...shipment, history };
		all.set(row.id, row);
		revision += 1;
		visible.put({ revision, row, answer: shipmentAnswer(row, context) }, visibleAt, at);
		return row;
	};

	const found = (id: string): Shipment => {
		const shipment = all.get(id);
		if (!shipment) throw new SandboxRefusal(`there is no shipment ${id}`);
		return shipment;
	};

	/** A change always moves `updatedAt`, also twice within one millisecond. */
	const changed = (shipment: Shipment, change: Change): Shipment => {
		const at = Math.max(now(), shipment.updatedAt + 1);
		const next = change(shipment, { now: at, random });
		return next === shipment ? shipment : { ...next, updatedAt: at };
	};

	/** Of a PENDING one the API knows nothing yet. */
	const known = (id: string): Shipment => {
		const shipment = all.get(id);
		if (!shipment || shipment.status === 'PENDING') throw notFound('shipmentId', id);
		return shipment;
	};

	return {
		check({ id }: AmazonShipmentDraft) {
			if (id && all.has(id)) throw new SandboxRefusal(`there is a shipment ${id} already`);
		},
		place(draft: AmazonShipmentDraft): AmazonShipmentState {
			const made = placed(draft, { random, now: now(), currency, ...context.surroundings() });
			return shipmentState(keep('placed', 'amazon', made), currency);
		},
		/** What Amazon or the carrier does. */
		change(
			id: string,
			{ what, by }: { what: ShipmentChangeKind; by: Cause },
			change: Change,
		): AmazonShipmentState {
			return shipmentState(keep(what, by, changed(found(id), change)), currency);
		},
		/** What a call makes of a shipment, and whether it changed it. */
		byApi(id: string, what: ShipmentChangeKind, change: Change) {
			const shipment = known(id);
			const next = changed(shipment, change);
			const isChanged = next !== shipment;
			return {
				shipment: isChanged ? keep(what, 'api', next) : shipment,
				effect: isChanged ? what : null,
			};
		},
		known,
		answer: (id: string) => shipmentAnswer(known(id), context),
		state: (id: string) => shipmentState(found(id), currency),
		states: () => [...all.values()].map((shipment) => shipmentState(shipment, currency)),
		all: (): readonly Shipment[] => [...all.values()],
		listed: () => visible.since(null, now()).filter(({ row }) => row.status !== 'PENDING'),
	};
};

export type Shipments = ReturnType<typeof shipments>;
