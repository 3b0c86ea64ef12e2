import { quoted } from '../../channels/quoted';
import { refused } from '../../domain/failure';

test.each([
	['a line break', 'A\r\nB'],
	['what colours a terminal', 'A\u001bB'],
	['a line separator', 'A\u2028B'],
	['what turns the reading direction', 'A\u202eB'],
])('a message shows a blank for %s', (_what, name) => {
	expect(refused(`ikas: order ${name} is gone.`).message).toMatch(/^ikas: order A B is gone\.$/);
	expect(quoted(name)).toBe('A B');
});

test('a message keeps any alphabet, signs of HTML and emoji as they are', () => {
	const name = 'İstanbul <b>د‌ر</b> 👩‍🚀 & "1"';
	expect(refused(name).message).toBe(name);
});
