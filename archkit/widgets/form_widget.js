// One section's form as a widget of its own.

import { Form } from "./form.js";

export default {
  render({ model, el }) {
    const form = new Form(model, el);
    return () => form.end();
  },
};
