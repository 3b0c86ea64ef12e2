import type { PhysicalStock } from '../../demo/auditor/facts';
import { among } from './among';
import { clock } from './clock';
import { faultsOf } from './faults';
import { gates } from './gates';
import { minute, passing, scheduleOf } from './passing';
import { simulated } from './simulated';
import { themes, type Theme } from './themes';
import type { Warehouse } from './warehouse';
import { ways } from './ways';
import type { World } from './world';

const stormMinutes = 8;

export interface Storm {
	readonly world: World;
	readonly warehouse: Warehouse;
	readonly hasNet: boolean;
	note(step: string): void;
}

/** What came of a storm that the auditor has to be told. */
export interface Stormed {
	readonly kills: number;
	/** What was received meanwhile. */
	readonly arrived: readonly PhysicalStock[];
}

/** Customers, shop and warehouse at work, while everything fails and n8n dies again and again. */
export async function storm(given: Storm): Promise<Stormed> {
	const { world, note } = given;
	const { people, deaths } = simulated.chances;
	const until = clock.now() + stormMinutes * minute;
	const arrived = planActs(given, people.of(themes), until);
	planSchedule(given, until);
	const deadliness = deaths.between(30, 150);
	let kills = 0;
	ways.storm(deaths);
	await passing(until, note, ({ life }) => {
		const dies = deaths.isOneIn(deadliness);
		if (dies) {
			kills++;
			world.n8n.restart(life);
		}
		return dies;
	});
	ways.calm();
	world.channel.setFaults({});
	return { kills, arrived };
}

/** Answers what will have been received. */
function planActs({ world, warehouse, hasNet }: Storm, theme: Theme, until: number) {
	const { channel, n8n } = world;
	const { people } = simulated.chances;
	const arrived: PhysicalStock[] = [];
	const places = channel.physical.slice(0, theme.places);
	const acts = {
		shop: () => channel.shop(people),
		warehouse: () => n8n.act('warehouse', () => warehouse.work(people)),
		async receive() {
			const received = { ...people.of(places), units: people.between(1, 4) };
			arrived.push(received);
			await warehouse.receive(received);
		},
		misbehave: () => channel.setFaults({ ...faultsOf(people), ...(!hasNet && { lateRows: 0 }) }),
	};
	const act = async () => {
		await among<() => unknown>(people, [
			[theme.shop, acts.shop],
			[theme.warehouse, acts.warehouse],
			[theme.receive, acts.receive],
			[theme.misbehave, acts.misbehave],
		])();
	};
	for (let at = clock.now(); at < until; at += people.below(theme.quietMs)) gates.at(at, act);
	return arrived;
}

/** All at the full minute, as n8n does it, and some of it twice. */
function planSchedule({ world: { kind, n8n }, hasNet }: Storm, until: number): void {
	const { people } = simulated.chances;
	for (const [template, every] of scheduleOf(kind, hasNet)) {
		for (let at = clock.now(); at < until; at += every * minute) {
			gates.at(at + people.below(1000), async () => {
				await n8n.start(template);
				if (people.isOneIn(3)) await n8n.start(template);
			});
		}
	}
}
