/** What may be guessed: the password of a typed address, known or not, or the second factor of an account (by its id). */
export interface Guess {
  readonly factor: 'password' | 'second-factor';
  readonly subject: string;
}

/** Where wrong guesses are counted. */
export const GUESS_TABLES = {
  password: { table: 'identity.sign_in_failures', key: 'email' },
  'second-factor': { table: 'identity.second_factor_tries', key: 'account_id' },
} as const satisfies Readonly<Record<Guess['factor'], { table: string; key: string }>>;
