import { CommandRefused } from '@lamro/casework';

/**
 * Runs a command of a form. What the command refuses comes back as its Vietnamese sentence, to stand on the page with
 * what was typed; anything else goes on as a failure.
 */
export async function unlessRefused(command: () => Promise<unknown>): Promise<string | null> {
  try {
    await command();
    return null;
  } catch (error) {
    if (error instanceof CommandRefused) return error.message;
    throw error;
  }
}
