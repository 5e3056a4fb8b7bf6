import '../common/styles/theme.css';
import './ticket.css';
import { render } from 'preact';
import { PhonePage } from './page';

const root = document.getElementById('app');
// /t/{id}: the server gives this page for every id; whether there is such a ticket, the API says.
const id = decodeURIComponent(location.pathname.replace(/\/+$/, '').split('/').pop() ?? '');
if (root) render(<PhonePage id={id} />, root);
