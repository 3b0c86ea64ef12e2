/** One after the other, as people do. */
export async function each<Thing, Answer>(
	things: readonly Thing[],
	work: (thing: Thing) => Promise<Answer>,
): Promise<readonly Answer[]> {
	const answers: Answer[] = [];
	for (const thing of things) answers.push(await work(thing));
	return answers;
}
