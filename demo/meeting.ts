/** Where those who take part wait for one another. */
export interface Meeting {
	/** Answers once everybody has come who still takes part. */
	everybody(): Promise<void>;
	/** For good: nobody waits for them any more. */
	leave(): void;
}

export function meetingOf(count: number): Meeting {
	let present = 0;
	let takingPart = count;
	let all = Promise.withResolvers<void>();

	const check = () => {
		if (present < takingPart) return;
		present = 0;
		all.resolve();
		all = Promise.withResolvers();
	};
	return {
		everybody() {
			const { promise } = all;
			present++;
			check();
			return promise;
		},
		leave() {
			takingPart--;
			check();
		},
	};
}
