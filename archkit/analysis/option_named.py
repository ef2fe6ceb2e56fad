"""Which option a text means; the rule stands in the model, where names are read."""

from archkit.model.option_named import option_named as option_named
