package vn.ungcuu.procedure.engine;

import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.impl.variable.serializer.PrimitiveValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Keeps texts that do not fit the engine's column of 4000 characters as bytes. To everybody else they are ordinary texts
 * (type String); only a query by value does not find them.
 */
class LongStringSerializer extends PrimitiveValueSerializer<StringValue> {

    private static final int COLUMN = 4000;

    LongStringSerializer() {
        super(ValueType.STRING);
    }

    @Override
    public String getName() {
        return "longString";
    }

    @Override
    protected boolean canWriteValue(TypedValue value) {
        return value.getValue() instanceof String text && text.length() > COLUMN;
    }

    @Override
    public StringValue convertToTypedValue(UntypedValueImpl untyped) {
        return Variables.stringValue((String) untyped.getValue(), untyped.isTransient());
    }

    @Override
    public void writeValue(StringValue value, ValueFields fields) {
        fields.setByteArrayValue(
                value.getValue() == null ? null : value.getValue().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public StringValue readValue(ValueFields fields, boolean asTransient) {
        byte[] bytes = fields.getByteArrayValue();
        return Variables.stringValue(bytes == null ? null : new String(bytes, StandardCharsets.UTF_8), asTransient);
    }
}
