import { z } from '../../zod';
import { MAGNITUDES } from './magnitude';

export const magnitudeSchema = z.literal(MAGNITUDES);
