/** The store page is one operation. */
export const settingsShow = { resource: ['store'], operation: ['saveSettings'] };
