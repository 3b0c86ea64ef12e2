import type { Finding, PhysicalStock } from '../../demo/auditor/facts';
import { among } from './among';
import { clock } from './clock';
import { faultsOf } from './faults';
import { gates } from './gates';
import { glance } from './judge';
import { minute, passing, scheduleOf } from './passing';
import { simulated } from './simulated';
import type { Theme } from './themes';
import type { Warehouse } from './warehouse';
import { ways } from './ways';
import type { World } from './world';

const stormMinutes = 8;
const glanceMs = 10_000;

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
	/** What was wrong on the way. */
	readonly seen: readonly Finding[];
}

/** Customers, shop and warehouse at work, while everything fails and n8n dies again and again. */
export async function storm(given: Storm): Promise<Stormed> {
	const { world, note } = given;
	const { people, deaths } = simulated.chances;
	const until = clock.now() + stormMinutes * minute;
	const theme = people.of(world.kind.themes);
	const arrived = planActs(given, theme, until);
	planSchedule(given, until);
	const seen = planGlances(world, arrived, until);
	const deadliness = deaths.between(...theme.deadliness);
	let kills = 0;
	ways.storm(deaths, theme);
	await passing(until, note, ({ life }) => {
		const dies = deaths.isOneIn(deadliness);
		if (dies) {
			kills++;
			world.n8n.restart(life);
		}
		return dies;
	});
	ways.calm();
	for (const { setFaults } of world.channels) setFaults({});
	return { kills, arrived, seen: [...seen.values()] };
}

/** Answers what will have been received. */
function planActs({ world, warehouse, hasNet }: Storm, theme: Theme, until: number) {
	const { channels, n8n } = world;
	const { people } = simulated.chances;
	const arrived: PhysicalStock[] = [];
	const places = theme.places(world.kind.physical);
	/** Where there is one, nothing is left to chance. */
	const anyOf = ([only, ...more]: World['channels']) =>
		only !== undefined && more.length === 0 ? only : people.of(channels);
	const acts = {
		shop: () => anyOf(channels).shop(people),
		warehouse: () => n8n.act('warehouse', () => warehouse.work(people)),
		async receive() {
			const received = { ...people.of(places), units: people.between(1, theme.most) };
			arrived.push(received);
			await warehouse.receive(received);
		},
		misbehave: () =>
			anyOf(channels).setFaults({ ...faultsOf(people), ...(!hasNet && { lateRows: 0 }) }),
	};
	const act = async () => {
		await among<() => unknown>(people, [
			[theme.shop, acts.shop],
			[theme.warehouse, acts.warehouse],
			[theme.receive, acts.receive],
			[theme.misbehave, acts.misbehave],
		])();
	};
	const end = Math.min(until, clock.now() + theme.busyMinutes * minute);
	for (let at = clock.now(); at < end; at += people.below(theme.quietMs)) gates.at(at, act);
	return arrived;
}

/** Answers what will have been seen, by what is said of it. */
function planGlances(world: World, arrived: readonly PhysicalStock[], until: number) {
	const seen = new Map<string, Finding>();
	const look = () => {
		for (const finding of glance(world, arrived)) seen.set(finding.what, finding);
	};
	for (let at = clock.now(); at < until; at += glanceMs) gates.at(at, look);
	return seen;
}

/** All at the full minute, as n8n does it, and some of it twice. */
function planSchedule({ world, hasNet }: Storm, until: number): void {
	const { people } = simulated.chances;
	for (const { everyMinutes, ...started } of scheduleOf(world, hasNet)) {
		for (let at = clock.now(); at < until; at += everyMinutes * minute) {
			gates.at(at + people.below(1000), async () => {
				await world.n8n.start(started);
				if (people.isOneIn(3)) await world.n8n.start(started);
			});
		}
	}
}
