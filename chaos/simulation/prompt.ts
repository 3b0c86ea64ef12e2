import dns from 'node:dns/promises';

/** A thread of the machine looks names up, as long as it likes. Here it is done at once: all hosts are addresses. */
export const installPrompt = (): void =>
	void Object.assign(dns, {
		lookup: async (address: string, { all }: { all?: boolean } = {}) => {
			const found = { address, family: 4 };
			return all === true ? [found] : found;
		},
	});
