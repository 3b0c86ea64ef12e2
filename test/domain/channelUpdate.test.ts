import { isUrgent } from '../../domain/channelUpdate';

test.each([
	['a cancel', { effect: 'cancel', hubStatus: 'cancelled' }, true],
	['accepting', { effect: 'status', hubStatus: 'new_order' }, true],
	['a shipment', { effect: 'status', hubStatus: 'shipped' }, false],
	['a late tracking number', { effect: 'tracking', hubStatus: 'shipped' }, false],
] as const)('%s waits for nobody: %o is %s', (_, update, urgent) => {
	expect(isUrgent(update)).toBe(urgent);
});
