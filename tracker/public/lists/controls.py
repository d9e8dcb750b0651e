"""Controls of the filter forms, put together plainly: Django renders a template for each."""

from django import forms
from django.utils.safestring import SafeString

from tracker.public.markup import html


class Control(forms.BoundField):
    """A field of a form with its label."""

    def label_tag(self, *_options, **_more):
        return SafeString(f'<label for="{html(self.id_for_label)}">{html(self.label)}</label>')


class Form(forms.Form):
    bound_field_class = Control


class Select(forms.Select):
    def render(self, name, value, attrs=None, renderer=None):
        selected = " selected"
        written = (
            f'<option value="{html(key)}"{selected * (str(key) == str(value))}>{html(label)}'
            for key, label in self.choices
        )
        return SafeString(f"<select{_attributes(name, attrs)}>{''.join(written)}</select>")


class Box(forms.TextInput):
    def render(self, name, value, attrs=None, renderer=None):
        every = {"type": self.input_type, **self.attrs, **(attrs or {}), "value": value}
        return SafeString(f"<input{_attributes(name, every)}>")


class YearBox(Box):
    input_type = "number"


def _attributes(name, attrs):
    every = {"name": name, **(attrs or {})}
    return "".join(
        f' {key}="{html(said)}"' for key, said in every.items() if said not in (None, False)
    )
