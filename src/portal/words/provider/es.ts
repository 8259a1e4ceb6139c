import type { ProviderWords } from './words.ts'

export const es: ProviderWords = {
  continueWith: (name) => `Continuar con ${name}`,
  back: 'Ir al inicio de sesión',
  failed: {
    title: 'No has iniciado sesión',
    text: 'El inicio de sesión se canceló, tardó demasiado o no salió de este navegador. Vuelve a intentarlo.',
  },
  unconfirmed: {
    title: 'Tu correo no está confirmado',
    text: 'Tu proveedor no ha confirmado ningún correo tuyo. Confírmalo allí y vuelve a intentarlo.',
  },
  uninvited: {
    title: 'No hay ninguna invitación para ti',
    text: 'Nadie ha invitado a este correo y no tiene cuenta aquí. Pide una invitación a quien gestiona los accesos.',
  },
}
