export * from './notify-accounts.ts';
