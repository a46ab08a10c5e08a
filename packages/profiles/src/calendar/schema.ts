import { z } from 'zod';

const everyYear = z
  .string()
  .refine((day) => z.iso.date().safeParse(`2023-${day}`).success, 'ngày viết theo dạng 11-24 và có trong mọi năm');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'giờ viết theo dạng 08:00');

/** What is decided year by year; weekends and public holidays are computed. */
export const calendarFileSchema = z.strictObject({
  officeHours: z.array(z.strictObject({ from: clock, to: clock })).min(1),
  /** First of the five days of the lunar New Year holiday. */
  tet: z.array(z.strictObject({ year: z.number().int(), from: z.iso.date() })).default([]),
  /** A public holiday on the same day of every year from one year on. */
  yearly: z.array(z.strictObject({ day: everyYear, since: z.number().int(), why: z.string().min(1) })).default([]),
  daysOff: z.array(z.strictObject({ date: z.iso.date(), why: z.string().min(1) })).default([]),
  /** A working day taken off, and the rest day worked for it. */
  swaps: z.array(z.strictObject({ off: z.iso.date(), work: z.iso.date() })).default([]),
});
export type CalendarFile = z.infer<typeof calendarFileSchema>;
