/** What keeps an OMS from shipping what is open of an order, in words. */
export const migration8: readonly string[] = ['ALTER TABLE oms_orders ADD COLUMN waits_for TEXT'];
