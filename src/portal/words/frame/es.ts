import type { FrameWords } from './words.ts'

export const es: FrameWords = {
  language: 'Idioma',
  switchLanguage: 'Cambiar',
  showPassword: 'Mostrar contraseña',
  hidePassword: 'Ocultar contraseña',
  oneMoment: 'Un momento…',
  backToStart: 'Ir a la página de inicio',
  problems: {
    'not-found': { title: 'Aquí no hay nada', text: 'Revisa la dirección o abre de nuevo el enlace del correo.' },
    'cross-site': {
      title: 'Esto vino de otro sitio',
      text: 'Por tu seguridad no se cambió nada. Abre la página de nuevo y envía el formulario desde ahí.',
    },
    'too-many': { title: 'Fueron demasiados intentos', text: 'Espera unos minutos y vuelve a intentarlo.' },
    'too-busy': {
      title: 'Hay mucha actividad ahora',
      text: 'No se cambió nada. Espera un momento y vuelve a intentarlo.',
    },
    refused: {
      title: 'Ahora no se puede hacer',
      text: 'No se cambió nada. La situación cambió entretanto o se alcanzó un límite. Abre la página de nuevo para ver cómo está.',
    },
    'bad-request': {
      title: 'No se pudo leer',
      text: 'No se cambió nada. Abre la página de nuevo e inténtalo otra vez.',
    },
    failed: { title: 'Algo salió mal', text: 'No se cambió nada. Vuelve a intentarlo en un momento.' },
  },
}
