/** The store page is one operation, filled in on the node or on the pages of a form. */
export const settingsShow = { resource: ['store'], operation: ['saveSettings'] };
export const typedShow = { ...settingsShow, settingsFrom: ['fields'] };
export const formShow = { ...settingsShow, settingsFrom: ['form'] };
