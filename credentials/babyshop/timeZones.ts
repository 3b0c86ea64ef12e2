/** Where Landmark sells, India, from where the panel is run, and UTC. By IANA name. */
export const timeZones = [
	{ name: 'Bahrain (Asia/Bahrain)', value: 'Asia/Bahrain' },
	{ name: 'Egypt (Africa/Cairo)', value: 'Africa/Cairo' },
	{ name: 'India (Asia/Kolkata)', value: 'Asia/Kolkata' },
	{ name: 'Kuwait (Asia/Kuwait)', value: 'Asia/Kuwait' },
	{ name: 'Oman (Asia/Muscat)', value: 'Asia/Muscat' },
	{ name: 'Qatar (Asia/Qatar)', value: 'Asia/Qatar' },
	{ name: 'Saudi Arabia (Asia/Riyadh)', value: 'Asia/Riyadh' },
	{ name: 'United Arab Emirates (Asia/Dubai)', value: 'Asia/Dubai' },
	{ name: 'UTC', value: 'UTC' },
];
