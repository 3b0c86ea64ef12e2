import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLedger } from '../../demo/auditor/ledger';
import { look, syncs } from '../../demo/syncs';
import { openLedger } from '../../ledger/openLedger';
import type { Ledger } from '../../ledger/ledger';
import { copyOnServer, dropCopy, emptyFile } from '../support/ledgerCopies';
import { begun, draft, furnish, page, settings } from '../support/ledgers';
import { line, placed } from '../support/placed';
import { startPostgres, type Access } from '../support/postgres';

const store = 'ikas-tr';

interface Opened {
	readonly ledger: Ledger;
	readonly address: string;
	clear(): Promise<unknown>;
}

const inFile = async (): Promise<Opened> => {
	const folder = mkdtempSync(join(tmpdir(), 'order-hub-'));
	const file = join(folder, 'ledger.sqlite');
	writeFileSync(file, await emptyFile());
	const ledger = await openLedger({ engine: 'sqlite', file });
	return { ledger, address: file, clear: async () => rmSync(folder, { recursive: true }) };
};

const addressOf = ({ user, password, host, port, database, schema }: Access & { schema: string }) =>
	`postgresql://${user}:${password}@${host}:${port}/${database}?schema=${schema}`;

const onServer = async (): Promise<Opened> => {
	const target = await copyOnServer();
	return {
		ledger: await openLedger(target),
		address: addressOf(target),
		clear: () => dropCopy(target),
	};
};

/** One order that left in a parcel and one that waits, an update to be told, and a sync that ended. */
async function trade(ledger: Ledger): Promise<void> {
	await furnish(ledger);
	const workspaceStatusMap = [
		{ hubStatus: 'shipped', channelStatus: 'package:FULFILLED' },
	] as const;
	await ledger.saveStore(draft({ version: 1, settings: settings({ workspaceStatusMap }) }));
	const run = await begun(ledger);
	await ledger.importPage(
		page(run, { orders: [placed('1'), placed('2', { lines: [line('1', 'A', 99)] })] }),
	);
	await ledger.routeWaiting(store, 50);
	await ledger.changeStatus(store, '1', 'shipped', {});
	await ledger.endSync(run, null);
}

/** A database gives the rows as it likes where nobody asks for an order. */
const inOrder = ([name, rows]: readonly [string, unknown]) =>
	[name, Array.isArray(rows) ? rows.map((row) => JSON.stringify(row)).sort() : rows] as const;

describe('what the auditor reads', () => {
	it('is the same on both engines', async () => {
		const read = async ({ ledger, address, clear }: Opened) => {
			try {
				await trade(ledger);
				const { settings: versions, ...books } = readLedger(address, store);
				const due = look<{ due: number }>(
					address,
					"SELECT due_at <= unixepoch('subsec') * 1000 AS due FROM outbox WHERE store = ?",
					store,
				);
				const runs = syncs({ ledger: address, store }).map(({ id, state }) => ({ id, state }));
				const all = { ...books, versions: versions.map(({ version }) => version), due, runs };
				return Object.fromEntries(Object.entries(all).map(inOrder));
			} finally {
				await ledger.close();
				await clear();
			}
		};
		const expected = await read(await inFile());
		expect(expected).toMatchObject({
			orders: [expect.stringContaining('shipped'), expect.stringContaining('on_hold')],
			updates: [expect.stringMatching(/"id":1,.*"effect":"status"/)],
			waiting: ['{"sku":"A","units":99}'],
			due: ['{"due":1}'],
		});
		expect(await read(await onServer())).toEqual(expected);
	});

	it('is waited for while the server comes back from a crash', async () => {
		const { access, crash, stop } = await startPostgres({ durable: false });
		const asked = () => look(addressOf({ ...access, schema: 'public' }), 'SELECT 1 AS known');
		expect(asked()).toEqual([{ known: 1 }]);
		const crashed = crash();
		expect(asked()).toEqual([{ known: 1 }]);
		await crashed;
		await stop();
	});
});
