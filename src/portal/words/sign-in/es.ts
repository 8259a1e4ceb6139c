import type { SignInWords } from './words.ts'

export const es: SignInWords = {
  signIn: 'Iniciar sesión',
  refused: 'Este correo y esta contraseña no coinciden.',
  forgot: '¿Olvidaste tu contraseña?',
  or: 'o',
  reset: {
    title: 'Restablece tu contraseña',
    text: 'Te enviaremos un enlace para elegir una nueva.',
    send: 'Enviar enlace',
    sentTitle: 'Revisa tu correo',
    sent: (address) => `Si existe una cuenta para ${address}, un correo va en camino.`,
    sentHint:
      'El enlace funciona una sola vez, durante una hora. Si no llega nada, mira en el correo no deseado o vuelve a intentarlo más tarde.',
    back: 'Volver al inicio de sesión',
  },
  choose: {
    title: 'Elige una nueva contraseña',
    text: 'Iniciarás sesión aquí y se cerrarán todas tus demás sesiones.',
    set: 'Guardar contraseña',
  },
  dead: {
    title: 'Este enlace ya no funciona',
    text: 'Ya se usó, caducó o lo sustituyó uno más reciente. Tu contraseña no ha cambiado.',
    again: 'Pedir un enlace nuevo',
  },
}
