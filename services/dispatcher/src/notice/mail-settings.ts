export { mailChannel } from '@lamro/delivery';
