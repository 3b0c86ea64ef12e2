import { readdirSync, readFileSync } from 'node:fs';

/** What the processes of an n8n over that folder take, the task runner included. */
export interface Load {
	readonly megabytes: number;
	/** Since each of them began. */
	readonly cpuSeconds: number;
}

const ticksPerSecond = 100;

export function loadOf(folder: string): Load {
	const found = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((pid) => (isOf(pid, folder) ? [loadOfProcess(pid)] : []));
	return {
		megabytes: sum(found.map(({ megabytes }) => megabytes)),
		cpuSeconds: sum(found.map(({ cpuSeconds }) => cpuSeconds)),
	};
}

/** One that ended meanwhile takes nothing. */
function isOf(pid: string, folder: string): boolean {
	try {
		return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`N8N_USER_FOLDER=${folder}\0`);
	} catch {
		return false;
	}
}

function loadOfProcess(pid: string): Load {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(status) ?? [];
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
	const [user = '0', system = '0'] = fields.slice(11, 13);
	return {
		megabytes: Number(kilobytes) / 1024,
		cpuSeconds: (Number(user) + Number(system)) / ticksPerSecond,
	};
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
