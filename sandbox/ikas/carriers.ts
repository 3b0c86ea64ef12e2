/** Only the first id was ever seen, the others are made after it (reference/ikas.md 11.1). */
export const carriers = [
	{ id: 'MNG_KARGO', name: 'MNG Kargo' },
	{ id: 'YURTICI_KARGO', name: 'Yurtiçi Kargo' },
	{ id: 'ARAS_KARGO', name: 'Aras Kargo' },
	{ id: 'PTT_KARGO', name: 'PTT Kargo' },
	{ id: 'SURAT_KARGO', name: 'Sürat Kargo' },
	{ id: 'UPS', name: 'UPS' },
] as const;
