import type { UpdateParcel } from '../../domain/channelUpdate';
import type { Size } from './requests';

const mmPerCm = 10;

/** In millimetres and grams; null where nobody has said how large it is. */
export const sizeOf = ({ box }: UpdateParcel): Size | null =>
	box == null
		? null
		: {
				boxLength: box.length * mmPerCm,
				boxWidth: box.width * mmPerCm,
				boxHeight: box.height * mmPerCm,
				weight: box.weight,
			};
