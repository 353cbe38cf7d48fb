<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="es_AR">
<context>
    <name></name>
    <message>
        <source> (pagó {paid})</source>
        <translation> (paid {paid})</translation>
    </message>
    <message>
        <source> el kilo</source>
        <translation> per kilo</translation>
    </message>
    <message>
        <source> y vencen a los {months}</source>
        <translation> and expire after {months}</translation>
    </message>
    <message>
        <source>, con {discount} % menos {offered} y el margen se respeta</source>
        <translation>, at {discount} % off {offered}, and the margin is kept</translation>
    </message>
    <message>
        <source>, pagó una parte</source>
        <translation>, paid part of it</translation>
    </message>
    <message>
        <source>, sin descuento porque {why}</source>
        <translation>, without a discount because {why}</translation>
    </message>
    <message>
        <source>. El día del cumpleaños suman por {times}</source>
        <translation>. On the birthday they earn {times} times as many</translation>
    </message>
    <message>
        <source>. No cuentan: {names}</source>
        <translation>. These don’t count: {names}</translation>
    </message>
    <message>
        <source>1 compra</source>
        <translation>1 purchase</translation>
    </message>
    <message>
        <source>1 día</source>
        <translation>1 day</translation>
    </message>
    <message>
        <source>1 día después</source>
        <translation>1 day later</translation>
    </message>
    <message>
        <source>1 mes</source>
        <translation>1 month</translation>
    </message>
    <message>
        <source>1 minuto</source>
        <translation>1 minute</translation>
    </message>
    <message>
        <source>1 pregunta</source>
        <translation>1 question</translation>
    </message>
    <message>
        <source>1 punto</source>
        <translation>1 point</translation>
    </message>
    <message>
        <source>1 renglón</source>
        <translation>1 line</translation>
    </message>
    <message>
        <source>1 segundo</source>
        <translation>1 second</translation>
    </message>
    <message>
        <source>1 vez</source>
        <translation>once</translation>
    </message>
    <message>
        <source>23-00000000-0 solo va con «Sujeto No Categorizado»</source>
        <translation>23-00000000-0 only goes with “Sujeto No Categorizado”</translation>
    </message>
    <message>
        <source>58 mm POS-5890, página 850</source>
        <translation>58 mm POS-5890, code page 850</translation>
    </message>
    <message>
        <source>58 mm ZJ-5870, página 1252</source>
        <translation>58 mm ZJ-5870, code page 1252</translation>
    </message>
    <message>
        <source>58 mm genérica, 32 columnas</source>
        <translation>58 mm generic, 32 columns</translation>
    </message>
    <message>
        <source>80 mm genérica, 42 columnas</source>
        <translation>80 mm generic, 42 columns</translation>
    </message>
    <message>
        <source>80 mm genérica, 48 columnas</source>
        <translation>80 mm generic, 48 columns</translation>
    </message>
    <message>
        <source>A precio de venta</source>
        <translation>At selling price</translation>
    </message>
    <message>
        <source>Abriendo tu kiosco…</source>
        <translation>Opening your shop…</translation>
    </message>
    <message>
        <source>Abrilo en tu planilla de cálculo y guardalo como .xlsx o .csv</source>
        <translation>Open it in your spreadsheet program and save it as .xlsx or .csv</translation>
    </message>
    <message>
        <source>Abrir billetera de {name}</source>
        <translation>Open {name}’s wallet</translation>
    </message>
    <message>
        <source>Abrir el cajón</source>
        <translation>Open the drawer</translation>
    </message>
    <message>
        <source>Abrir y cerrar la caja, ingresos y retiros</source>
        <translation>Open and close the register, cash in and cash out</translation>
    </message>
    <message>
        <source>Abrió</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>Abrió el cajón</source>
        <translation>Opened the drawer</translation>
    </message>
    <message>
        <source>Acepta mensajes</source>
        <translation>Accepts messages</translation>
    </message>
    <message>
        <source>Activo</source>
        <translation>Assets</translation>
    </message>
    <message>
        <source>Actualización de deuda</source>
        <translation>Debt update</translation>
    </message>
    <message>
        <source>Actualización de deudas</source>
        <translation>Debt updates</translation>
    </message>
    <message>
        <source>Actualización de precios</source>
        <translation>Price update</translation>
    </message>
    <message>
        <source>Actualizó una deuda</source>
        <translation>Updated a debt</translation>
    </message>
    <message>
        <source>Acá no hay filas</source>
        <translation>There are no rows here</translation>
    </message>
    <message>
        <source>Además salieron de las cajas: {words}. No son un gasto de estos días.</source>
        <translation>Also taken out of the registers: {words}. They are not an expense of these days.</translation>
    </message>
    <message>
        <source>Administrador</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Administrar los usuarios</source>
        <translation>Manage users</translation>
    </message>
    <message>
        <source>Agradecer</source>
        <translation>Say thanks</translation>
    </message>
    <message>
        <source>Agregar y archivar cajas</source>
        <translation>Add and archive registers</translation>
    </message>
    <message>
        <source>Agregar y editar clientes</source>
        <translation>Add and edit clients</translation>
    </message>
    <message>
        <source>Agregar y editar productos</source>
        <translation>Add and edit products</translation>
    </message>
    <message>
        <source>Agregó un usuario</source>
        <translation>Added a user</translation>
    </message>
    <message>
        <source>Ajuste</source>
        <translation>Adjustment</translation>
    </message>
    <message>
        <source>Ajustes y saldos iniciales</source>
        <translation>Adjustments and opening balances</translation>
    </message>
    <message>
        <source>Al abrir</source>
        <translation>At opening</translation>
    </message>
    <message>
        <source>Al contacto le falta el final.</source>
        <translation>The contact’s end is missing.</translation>
    </message>
    <message>
        <source>Al costo</source>
        <translation>At cost</translation>
    </message>
    <message>
        <source>Al día</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>Al {now}</source>
        <translation>As of {now}</translation>
    </message>
    <message>
        <source>Alias o CVU</source>
        <translation>Alias or CVU</translation>
    </message>
    <message>
        <source>Amistoso</source>
        <translation>Friendly</translation>
    </message>
    <message>
        <source>Anonimizó un cliente</source>
        <translation>Anonymised a client</translation>
    </message>
    <message>
        <source>Anulaciones de cobranzas</source>
        <translation>Voided collections</translation>
    </message>
    <message>
        <source>Anulaciones de ventas</source>
        <translation>Voided sales</translation>
    </message>
    <message>
        <source>Anulación</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Anulación de pago de {client}</source>
        <translation>Voided payment of {client}</translation>
    </message>
    <message>
        <source>Anulación de venta</source>
        <translation>Sale void</translation>
    </message>
    <message>
        <source>Anulación de {what}</source>
        <translation>Void of {what}</translation>
    </message>
    <message>
        <source>Anulada</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>Anular</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Anular una venta</source>
        <translation>Void a sale</translation>
    </message>
    <message>
        <source>Anuló una venta</source>
        <translation>Voided a sale</translation>
    </message>
    <message>
        <source>Apellido</source>
        <translation>Surname</translation>
    </message>
    <message>
        <source>Archivado</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>Archivo</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Archivos</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Archivó un cliente</source>
        <translation>Archived a client</translation>
    </message>
    <message>
        <source>Asiento</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Autorización</source>
        <translation>Authorisation</translation>
    </message>
    <message>
        <source>Ayer</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Año</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Banco</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Billetera virtual</source>
        <translation>Digital wallet</translation>
    </message>
    <message>
        <source>Bloqueado</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>Bloqueado: {reason}</source>
        <translation>Blocked: {reason}</translation>
    </message>
    <message>
        <source>Bloqueó la pantalla</source>
        <translation>Locked the screen</translation>
    </message>
    <message>
        <source>Bloqueó o desbloqueó un cliente</source>
        <translation>Blocked or unblocked a client</translation>
    </message>
    <message>
        <source>Breve</source>
        <translation>Short</translation>
    </message>
    <message>
        <source>Buscar clientes repetidos…</source>
        <translation>Find duplicate clients…</translation>
    </message>
    <message>
        <source>CUIT</source>
        <translation>CUIT</translation>
    </message>
    <message>
        <source>Cada {per_point} de compra suma 1 punto, que vale {value}: le devolvés {back}. Se canjean desde {least} puntos ({worth})</source>
        <translation>Every {per_point} spent earns 1 point, worth {value}: you give back {back}. They can be redeemed from {least} points ({worth})</translation>
    </message>
    <message>
        <source>Caja</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Cajas</source>
        <translation>Registers</translation>
    </message>
    <message>
        <source>Cajero</source>
        <translation>Cashier</translation>
    </message>
    <message>
        <source>Cajón de efectivo</source>
        <translation>Cash drawer</translation>
    </message>
    <message>
        <source>Cambiar el límite, el plazo o el descuento de un cliente</source>
        <translation>Change a client’s limit, term or discount</translation>
    </message>
    <message>
        <source>Cambiar el plan</source>
        <translation>Change the plan</translation>
    </message>
    <message>
        <source>Cambiar los ajustes</source>
        <translation>Change the settings</translation>
    </message>
    <message>
        <source>Cambiar precios y costos</source>
        <translation>Change prices and costs</translation>
    </message>
    <message>
        <source>Cambió ajustes</source>
        <translation>Changed settings</translation>
    </message>
    <message>
        <source>Cambió condiciones de un cliente</source>
        <translation>Changed a client’s terms</translation>
    </message>
    <message>
        <source>Cambió el rol de un usuario</source>
        <translation>Changed a user’s role</translation>
    </message>
    <message>
        <source>Cambió precios</source>
        <translation>Changed prices</translation>
    </message>
    <message>
        <source>Cambió promociones, listas o grupos</source>
        <translation>Changed promotions, lists or groups</translation>
    </message>
    <message>
        <source>Cambió un PIN</source>
        <translation>Changed a PIN</translation>
    </message>
    <message>
        <source>Cambió una caja</source>
        <translation>Changed a register</translation>
    </message>
    <message>
        <source>Canje de puntos</source>
        <translation>Points redeemed</translation>
    </message>
    <message>
        <source>Canjeados</source>
        <translation>Redeemed</translation>
    </message>
    <message>
        <source>Cantidad</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Cargar una compra</source>
        <translation>Record a purchase of goods</translation>
    </message>
    <message>
        <source>Cargó un plan</source>
        <translation>Loaded a plan</translation>
    </message>
    <message>
        <source>Cerró</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Cierre de caja</source>
        <translation>Register closing</translation>
    </message>
    <message>
        <source>Cliente</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Cliente desde</source>
        <translation>Client since</translation>
    </message>
    <message>
        <source>Clientes</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Clientes que dejaron de venir</source>
        <translation>Clients who stopped coming</translation>
    </message>
    <message>
        <source>Cobranzas de cuenta corriente</source>
        <translation>Collections on account</translation>
    </message>
    <message>
        <source>Cobrar a un cliente</source>
        <translation>Collect from a client</translation>
    </message>
    <message>
        <source>Cobro</source>
        <translation>Collection</translation>
    </message>
    <message>
        <source>Cola del sistema</source>
        <translation>System queue</translation>
    </message>
    <message>
        <source>Columna</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Compra</source>
        <translation>Purchase</translation>
    </message>
    <message>
        <source>Compra a cuenta</source>
        <translation>Buys on account</translation>
    </message>
    <message>
        <source>Compraron en el período anterior ({words}) y no en este.</source>
        <translation>They bought in the previous period ({words}) and not in this one.</translation>
    </message>
    <message>
        <source>Compras</source>
        <translation>Purchases</translation>
    </message>
    <message>
        <source>Compras por mes</source>
        <translation>Purchases by month</translation>
    </message>
    <message>
        <source>Comprobantes</source>
        <translation>Vouchers</translation>
    </message>
    <message>
        <source>Compró</source>
        <translation>Bought</translation>
    </message>
    <message>
        <source>Con problemas</source>
        <translation>With problems</translation>
    </message>
    <message>
        <source>Concepto</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Condición fiscal</source>
        <translation>Tax status</translation>
    </message>
    <message>
        <source>Condición frente al IVA</source>
        <translation>VAT status</translation>
    </message>
    <message>
        <source>Confirma cada comprobante; no dice si le falta papel.</source>
        <translation>It confirms each voucher; it doesn’t say when paper runs out.</translation>
    </message>
    <message>
        <source>Contabilidad</source>
        <translation>Accounting</translation>
    </message>
    <message>
        <source>Contado</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Contesta</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Corrección</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Corregir el stock</source>
        <translation>Correct the stock</translation>
    </message>
    <message>
        <source>Corregir la cuenta de un cliente</source>
        <translation>Correct a client’s account</translation>
    </message>
    <message>
        <source>Corrigió puntos</source>
        <translation>Corrected points</translation>
    </message>
    <message>
        <source>Corrigió una cuenta</source>
        <translation>Corrected an account</translation>
    </message>
    <message>
        <source>Costo</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>Costo de lo vendido</source>
        <translation>Cost of what was sold</translation>
    </message>
    <message>
        <source>Crédito</source>
        <translation>Credit card</translation>
    </message>
    <message>
        <source>Cuando le mandes una oferta queda acá, con si volvió a comprar.</source>
        <translation>When you send them an offer it stays here, with whether they bought again.</translation>
    </message>
    <message>
        <source>Cuenta</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Cuenta cerrada</source>
        <translation>Account closed</translation>
    </message>
    <message>
        <source>Cuenta corriente</source>
        <translation>On account</translation>
    </message>
    <message>
        <source>Cumple años {when}.</source>
        <translation>Birthday {when}.</translation>
    </message>
    <message>
        <source>Cumple {years} {when}</source>
        <translation>Turns {years} {when}</translation>
    </message>
    <message>
        <source>Cumpleaños</source>
        <translation>Birthday</translation>
    </message>
    <message>
        <source>Cuántas se llevan</source>
        <translation>How many are taken</translation>
    </message>
    <message>
        <source>Cuántas se pagan</source>
        <translation>How many are paid</translation>
    </message>
    <message>
        <source>Código</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Código de rescate equivocado</source>
        <translation>Wrong rescue code</translation>
    </message>
    <message>
        <source>Datos personales</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>De lo vendido</source>
        <translation>Of what was sold</translation>
    </message>
    <message>
        <source>Debe</source>
        <translation>Owes</translation>
    </message>
    <message>
        <source>Debe desde</source>
        <translation>Owes since</translation>
    </message>
    <message>
        <source>Debe desde el {day}</source>
        <translation>Owes since {day}</translation>
    </message>
    <message>
        <source>Debe {points}</source>
        <translation>Owes {points}</translation>
    </message>
    <message>
        <source>Deben {owed} en total</source>
        <translation>They owe {owed} in all</translation>
    </message>
    <message>
        <source>Dejaron de venir</source>
        <translation>Stopped coming</translation>
    </message>
    <message>
        <source>Del total</source>
        <translation>Of the total</translation>
    </message>
    <message>
        <source>Desactivó un usuario</source>
        <translation>Deactivated a user</translation>
    </message>
    <message>
        <source>Descartar una impresión</source>
        <translation>Discard a print</translation>
    </message>
    <message>
        <source>Descartó una impresión</source>
        <translation>Discarded a print</translation>
    </message>
    <message>
        <source>Descomprimilo primero</source>
        <translation>Unzip it first</translation>
    </message>
    <message>
        <source>Descontado</source>
        <translation>Discounted</translation>
    </message>
    <message>
        <source>Descontados por una devolución</source>
        <translation>Deducted by a return</translation>
    </message>
    <message>
        <source>Descontar más del 10 %</source>
        <translation>Discount more than 10 %</translation>
    </message>
    <message>
        <source>Descuento</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>Descuento (%)</source>
        <translation>Discount (%)</translation>
    </message>
    <message>
        <source>Descuentos por rubro</source>
        <translation>Discounts by category</translation>
    </message>
    <message>
        <source>Descuentos y promociones</source>
        <translation>Discounts and promotions</translation>
    </message>
    <message>
        <source>Desde el {day}</source>
        <translation>Since {day}</translation>
    </message>
    <message>
        <source>Deshacer</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Deshecha en el momento</source>
        <translation>Undone at once</translation>
    </message>
    <message>
        <source>Detalle</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Deuda incobrable</source>
        <translation>Bad debt</translation>
    </message>
    <message>
        <source>Deudas incobrables</source>
        <translation>Bad debts</translation>
    </message>
    <message>
        <source>Deudores</source>
        <translation>Debtors</translation>
    </message>
    <message>
        <source>Deudores por antigüedad</source>
        <translation>Debtors by age</translation>
    </message>
    <message>
        <source>Devoluciones</source>
        <translation>Returns</translation>
    </message>
    <message>
        <source>Devolución</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Devolución: {memo}</source>
        <translation>Return: {memo}</translation>
    </message>
    <message>
        <source>Devueltos</source>
        <translation>Given back</translation>
    </message>
    <message>
        <source>Dice algo que una oferta no dice: «{words}».</source>
        <translation>It says something that an offer doesn’t say: “{words}”.</translation>
    </message>
    <message>
        <source>Dice si le falta papel y confirma cada comprobante.</source>
        <translation>It says when paper runs out and confirms each voucher.</translation>
    </message>
    <message>
        <source>Dice si le falta papel; no confirma cada comprobante.</source>
        <translation>It says when paper runs out; it doesn’t confirm each voucher.</translation>
    </message>
    <message>
        <source>Dice un descuento que no es el de la oferta: {each}.</source>
        <translation>It says a discount that isn’t the offer’s: {each}.</translation>
    </message>
    <message>
        <source>Dice un día que no es el de la oferta: {day}.</source>
        <translation>It says a day that isn’t the offer’s: {day}.</translation>
    </message>
    <message>
        <source>Dice un número que no es de la oferta: {number}.</source>
        <translation>It says a number that isn’t the offer’s: {number}.</translation>
    </message>
    <message>
        <source>Dice un precio o un descuento sin su número: {group}</source>
        <translation>It speaks of a price or a discount without its figure: {group}</translation>
    </message>
    <message>
        <source>Dice un precio que no es el de hoy de ese producto: {each}.</source>
        <translation>It says a price that isn’t that product’s today: {each}.</translation>
    </message>
    <message>
        <source>Diferencia</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Diferencia de caja</source>
        <translation>Register difference</translation>
    </message>
    <message>
        <source>Diferencia: {memo}</source>
        <translation>Difference: {memo}</translation>
    </message>
    <message>
        <source>Diferencias de caja</source>
        <translation>Register differences</translation>
    </message>
    <message>
        <source>Dio por incobrable</source>
        <translation>Wrote off a debt</translation>
    </message>
    <message>
        <source>Dirección</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Documento</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Domicilio</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Domingo</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>Débito</source>
        <translation>Debit</translation>
    </message>
    <message>
        <source>Día</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Día de la semana</source>
        <translation>Day of the week</translation>
    </message>
    <message>
        <source>Días</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Días para pagar</source>
        <translation>Days to pay</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Editar a {name}</source>
        <translation>Edit {name}</translation>
    </message>
    <message>
        <source>Editar {name}</source>
        <translation>Edit {name}</translation>
    </message>
    <message>
        <source>Efectivo</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>El de fantasía, como lo conocen.</source>
        <translation>The trade name, as people know it.</translation>
    </message>
    <message>
        <source>El del local: sale impreso.</source>
        <translation>The shop’s: it is printed.</translation>
    </message>
    <message>
        <source>El mensaje es demasiado largo o no cumple las reglas.</source>
        <translation>The message is too long or breaks the rules.</translation>
    </message>
    <message>
        <source>El mensaje está vacío.</source>
        <translation>The message is empty.</translation>
    </message>
    <message>
        <source>El mensaje lleva un enlace o una dirección.</source>
        <translation>The message has a link or an address.</translation>
    </message>
    <message>
        <source>El mensaje pasa los {max_length} caracteres.</source>
        <translation>The message has more than {max_length} characters.</translation>
    </message>
    <message>
        <source>El mensaje tiene más de {max_emoji} emojis.</source>
        <translation>The message has more than {max_emoji} emojis.</translation>
    </message>
    <message>
        <source>El mínimo para canjear</source>
        <translation>The least to redeem</translation>
    </message>
    <message>
        <source>El negocio quedó como estaba en la copia.</source>
        <translation>The shop is as it was in the backup.</translation>
    </message>
    <message>
        <source>El negocio quedó como estaba en la copia. El archivo de antes: {name}.</source>
        <translation>The shop is as it was in the backup. The file from before: {name}.</translation>
    </message>
    <message>
        <source>El número, o «Exento».</source>
        <translation>The number, or “Exento”.</translation>
    </message>
    <message>
        <source>El servicio de IA escribió algo que no se puede prometer ({complaint}).</source>
        <translation>The AI service wrote something that can’t be promised ({complaint}).</translation>
    </message>
    <message>
        <source>Eliminar a {name}</source>
        <translation>Delete {name}</translation>
    </message>
    <message>
        <source>Eliminar o archivar clientes</source>
        <translation>Delete or archive clients</translation>
    </message>
    <message>
        <source>Eliminó un cliente</source>
        <translation>Deleted a client</translation>
    </message>
    <message>
        <source>En el último año no compró con su nombre.</source>
        <translation>In the last year they bought nothing under their name.</translation>
    </message>
    <message>
        <source>En los datos de ejemplo no se restauran copias. Volvé primero a tu kiosco.</source>
        <translation>Backups aren’t restored in the example data. Go back to your shop first.</translation>
    </message>
    <message>
        <source>En los días de gracia</source>
        <translation>In the days of grace</translation>
    </message>
    <message>
        <source>En los últimos tres meses completos compró lo mismo que en los tres de antes.</source>
        <translation>In the last three whole months they bought the same as in the three before.</translation>
    </message>
    <message>
        <source>En los últimos tres meses completos compró {percent} menos que en los de antes.</source>
        <translation>In the last three whole months they bought {percent} less than in the ones before.</translation>
    </message>
    <message>
        <source>En los últimos tres meses completos compró {percent} más que en los tres de antes.</source>
        <translation>In the last three whole months they bought {percent} more than in the three before.</translation>
    </message>
    <message>
        <source>Entró</source>
        <translation>Logged in</translation>
    </message>
    <message>
        <source>Enviado</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Epson TM-T20</source>
        <translation>Epson TM-T20</translation>
    </message>
    <message>
        <source>Epson TM-T88</source>
        <translation>Epson TM-T88</translation>
    </message>
    <message>
        <source>Escrito por {writer}. Revisalo antes de mandarlo.</source>
        <translation>Written by {writer}. Read it before you send it.</translation>
    </message>
    <message>
        <source>Esperado</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Estado de cuenta</source>
        <translation>Account statement</translation>
    </message>
    <message>
        <source>Este mes</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Está archivado.</source>
        <translation>They are archived.</translation>
    </message>
    <message>
        <source>Exento</source>
        <translation>Exempt</translation>
    </message>
    <message>
        <source>Exportar datos</source>
        <translation>Export data</translation>
    </message>
    <message>
        <source>Exportar o borrar los datos personales de un cliente</source>
        <translation>Export or delete a client’s personal data</translation>
    </message>
    <message>
        <source>Exportó datos</source>
        <translation>Exported data</translation>
    </message>
    <message>
        <source>Falló una copia</source>
        <translation>A backup failed</translation>
    </message>
    <message>
        <source>Falta</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Fecha de la deuda</source>
        <translation>Date of the debt</translation>
    </message>
    <message>
        <source>Fiado</source>
        <translation>On account</translation>
    </message>
    <message>
        <source>Filas con problemas</source>
        <translation>Rows with problems</translation>
    </message>
    <message>
        <source>Filas que se traen</source>
        <translation>Rows to bring in</translation>
    </message>
    <message>
        <source>Fondo</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>Formal</source>
        <translation>Formal</translation>
    </message>
    <message>
        <source>Fusión</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Fusión de clientes</source>
        <translation>Merge of clients</translation>
    </message>
    <message>
        <source>Ganancia</source>
        <translation>Profit</translation>
    </message>
    <message>
        <source>Ganancia por producto</source>
        <translation>Profit by product</translation>
    </message>
    <message>
        <source>Gasto</source>
        <translation>Expense</translation>
    </message>
    <message>
        <source>Gastos</source>
        <translation>Expenses</translation>
    </message>
    <message>
        <source>Generación de ofertas personalizadas</source>
        <translation>Personalised offers</translation>
    </message>
    <message>
        <source>Grupos</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>Guardalo sin contraseña</source>
        <translation>Save it without a password</translation>
    </message>
    <message>
        <source>Guardando una copia del negocio. No apagues todavía la computadora.</source>
        <translation>Saving a backup of the shop. Don’t turn the computer off yet.</translation>
    </message>
    <message>
        <source>Guardar una lista en un archivo…</source>
        <translation>Save a list to a file…</translation>
    </message>
    <message>
        <source>Habla de un descuento sin decir de qué producto.</source>
        <translation>It speaks of a discount without saying of which product.</translation>
    </message>
    <message>
        <source>Habla de «{less}» y la oferta no tiene descuento.</source>
        <translation>It speaks of “{less}” and the offer has no discount.</translation>
    </message>
    <message>
        <source>Hace falta un .csv, un .xlsx o un .vcf</source>
        <translation>A .csv, an .xlsx or a .vcf is needed</translation>
    </message>
    <message>
        <source>Hace falta una planilla</source>
        <translation>A spreadsheet is needed</translation>
    </message>
    <message>
        <source>Hace {days} que no viene.</source>
        <translation>They haven’t come for {days}.</translation>
    </message>
    <message>
        <source>Hace {n} días</source>
        <translation>{n} days ago</translation>
    </message>
    <message>
        <source>Hacer y restaurar copias</source>
        <translation>Make and restore backups</translation>
    </message>
    <message>
        <source>Hay productos sin un costo cargado: no suman al costo.</source>
        <translation>Some products have no cost recorded: they don’t add to the cost.</translation>
    </message>
    <message>
        <source>Historia de precios de {name}</source>
        <translation>Price history of {name}</translation>
    </message>
    <message>
        <source>Hizo un código de rescate</source>
        <translation>Made a rescue code</translation>
    </message>
    <message>
        <source>Hizo una copia</source>
        <translation>Made a backup</translation>
    </message>
    <message>
        <source>Hora</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Hoy</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Importar datos</source>
        <translation>Import data</translation>
    </message>
    <message>
        <source>Importe</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Importó datos</source>
        <translation>Imported data</translation>
    </message>
    <message>
        <source>Imprime igual, pero no avisa si un comprobante no salió.</source>
        <translation>It prints all the same, but doesn’t tell when a voucher didn’t come out.</translation>
    </message>
    <message>
        <source>Imprimir y reimprimir</source>
        <translation>Print and reprint</translation>
    </message>
    <message>
        <source>Inactivo  ·  {code}</source>
        <translation>Inactive  ·  {code}</translation>
    </message>
    <message>
        <source>Inactivo: no se vende</source>
        <translation>Inactive: not for sale</translation>
    </message>
    <message>
        <source>Incobrable</source>
        <translation>Uncollectable</translation>
    </message>
    <message>
        <source>Informe X</source>
        <translation>X report</translation>
    </message>
    <message>
        <source>Ingreso</source>
        <translation>Cash in</translation>
    </message>
    <message>
        <source>Ingreso: {memo}</source>
        <translation>Cash in: {memo}</translation>
    </message>
    <message>
        <source>Ingresos</source>
        <translation>Income</translation>
    </message>
    <message>
        <source>Ingresos Brutos</source>
        <translation>Gross income tax</translation>
    </message>
    <message>
        <source>Inicio de actividades</source>
        <translation>Start of activities</translation>
    </message>
    <message>
        <source>Jueves</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Kilo</source>
        <translation>Kilo</translation>
    </message>
    <message>
        <source>La compra no suma puntos.</source>
        <translation>Purchases earn no points.</translation>
    </message>
    <message>
        <source>La de tu constancia de ARCA.</source>
        <translation>The one in your ARCA certificate.</translation>
    </message>
    <message>
        <source>La ganancia es sobre {known}: lo demás, {missing}, se vendió sin un costo cargado.</source>
        <translation>The profit is on {known}: the rest, {missing}, was sold without a cost recorded.</translation>
    </message>
    <message>
        <source>La unidad con descuento</source>
        <translation>The discounted piece</translation>
    </message>
    <message>
        <source>La {nth} unidad de {goods}, la más barata, con {percent} de descuento</source>
        <translation>The {nth} piece of {goods}, the cheapest one, at {percent} off</translation>
    </message>
    <message>
        <source>Libro diario</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Libro mayor</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>Lista de precios</source>
        <translation>Price list</translation>
    </message>
    <message>
        <source>Lista {name}</source>
        <translation>Price list {name}</translation>
    </message>
    <message>
        <source>Lleva stock</source>
        <translation>Tracks stock</translation>
    </message>
    <message>
        <source>Llevando {size} de {goods} se pagan {pays}</source>
        <translation>Take {size} of {goods}, pay for {pays}</translation>
    </message>
    <message>
        <source>Lo que se debe se pide de {first_hour} a {last_hour}.</source>
        <translation>Debts are claimed between {first_hour} and {last_hour}.</translation>
    </message>
    <message>
        <source>Lo que se gasta por punto</source>
        <translation>What is spent for a point</translation>
    </message>
    <message>
        <source>Lo que vale un punto</source>
        <translation>What a point is worth</translation>
    </message>
    <message>
        <source>Los meses hasta que vencen</source>
        <translation>The months until they expire</translation>
    </message>
    <message>
        <source>Los puntos</source>
        <translation>The points</translation>
    </message>
    <message>
        <source>Los puntos por cumpleaños</source>
        <translation>The points on birthdays</translation>
    </message>
    <message>
        <source>Lunes</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Límite de deuda</source>
        <translation>Debt limit</translation>
    </message>
    <message>
        <source>Límite de fiado</source>
        <translation>Debt limit</translation>
    </message>
    <message>
        <source>Línea</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Línea {line}{place}: {reason}</source>
        <translation>Line {line}{place}: {reason}</translation>
    </message>
    <message>
        <source>Mandar mensajes y anotar promesas</source>
        <translation>Send messages and note promises</translation>
    </message>
    <message>
        <source>Margen</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>Martes</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Mayor de {name}</source>
        <translation>Ledger of {name}</translation>
    </message>
    <message>
        <source>Medida</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Medio</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>Medio de pago preferido</source>
        <translation>Preferred payment method</translation>
    </message>
    <message>
        <source>Mejores clientes</source>
        <translation>Best clients</translation>
    </message>
    <message>
        <source>Mensaje</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Mensajes</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Mensajes enviados</source>
        <translation>Messages sent</translation>
    </message>
    <message>
        <source>Mercadería</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>Mes</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Mes pasado</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>Mismo documento</source>
        <translation>Same document</translation>
    </message>
    <message>
        <source>Mismo teléfono</source>
        <translation>Same phone</translation>
    </message>
    <message>
        <source>Miércoles</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Monotributo</source>
        <translation>Monotributo</translation>
    </message>
    <message>
        <source>Monotributo Promovido</source>
        <translation>Monotributo Promovido</translation>
    </message>
    <message>
        <source>Monotributo Social</source>
        <translation>Monotributo Social</translation>
    </message>
    <message>
        <source>Moroso</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Movimiento</source>
        <translation>Movement</translation>
    </message>
    <message>
        <source>Movimientos</source>
        <translation>Movements</translation>
    </message>
    <message>
        <source>Más vendidos</source>
        <translation>Best sellers</translation>
    </message>
    <message>
        <source>Mínimo</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Nada por imprimir</source>
        <translation>Nothing to print</translation>
    </message>
    <message>
        <source>Neto</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>Neto antes</source>
        <translation>Net before</translation>
    </message>
    <message>
        <source>Neto por día</source>
        <translation>Net per day</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>No cambió</source>
        <translation>Didn’t change</translation>
    </message>
    <message>
        <source>No contesta</source>
        <translation>Doesn’t answer</translation>
    </message>
    <message>
        <source>No dice hasta qué día vale: {until}.</source>
        <translation>It doesn’t say until which day it stands: {until}.</translation>
    </message>
    <message>
        <source>No está el archivo del negocio en {folder}, y hay copias de él.</source>
        <translation>The shop’s file isn’t in {folder}, and there are backups of it.</translation>
    </message>
    <message>
        <source>No quiere recibir</source>
        <translation>Doesn’t want messages</translation>
    </message>
    <message>
        <source>No se le fía</source>
        <translation>No credit given</translation>
    </message>
    <message>
        <source>No volvió</source>
        <translation>Didn’t come back</translation>
    </message>
    <message>
        <source>Nombra algo que no es de la oferta: {shown}.</source>
        <translation>It names something that isn’t in the offer: {shown}.</translation>
    </message>
    <message>
        <source>Nombra más de {most} productos.</source>
        <translation>It names more than {most} products.</translation>
    </message>
    <message>
        <source>Nombra un producto que no es de la oferta: {named}.</source>
        <translation>It names a product that isn’t in the offer: {named}.</translation>
    </message>
    <message>
        <source>Nombra un producto que no es de la oferta: {strange}.</source>
        <translation>It names a product that isn’t in the offer: {strange}.</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nombre del negocio</source>
        <translation>Name of the shop</translation>
    </message>
    <message>
        <source>Nombre parecido</source>
        <translation>Similar name</translation>
    </message>
    <message>
        <source>Nombre y apellido o razón social</source>
        <translation>Full name or company name</translation>
    </message>
    <message>
        <source>Notas</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Nunca</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>Número de cliente</source>
        <translation>Client number</translation>
    </message>
    <message>
        <source>Oferta</source>
        <translation>Offer</translation>
    </message>
    <message>
        <source>Oferta para {name}</source>
        <translation>Offer for {name}</translation>
    </message>
    <message>
        <source>OpenAI</source>
        <translation>OpenAI</translation>
    </message>
    <message>
        <source>Otro</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Otros ingresos</source>
        <translation>Other income</translation>
    </message>
    <message>
        <source>Otros movimientos</source>
        <translation>Other movements</translation>
    </message>
    <message>
        <source>PIN equivocado</source>
        <translation>Wrong PIN</translation>
    </message>
    <message>
        <source>Pago</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>Pago de {client}</source>
        <translation>Payment of {client}</translation>
    </message>
    <message>
        <source>Para que te encuentren: sale impreso.</source>
        <translation>So that they find you: it is printed.</translation>
    </message>
    <message>
        <source>Para transferirte: va en los mensajes, no en los comprobantes.</source>
        <translation>For transfers to you: it goes in messages, not on vouchers.</translation>
    </message>
    <message>
        <source>Pasar el cuaderno…</source>
        <translation>Enter the notebook…</translation>
    </message>
    <message>
        <source>Pase entre cajas</source>
        <translation>Transfer between registers</translation>
    </message>
    <message>
        <source>Pases a otras cajas</source>
        <translation>Transfers to other registers</translation>
    </message>
    <message>
        <source>Pases de otras cajas</source>
        <translation>Transfers from other registers</translation>
    </message>
    <message>
        <source>Pasivo</source>
        <translation>Liabilities</translation>
    </message>
    <message>
        <source>Pasó su límite por {over}</source>
        <translation>Over their limit by {over}</translation>
    </message>
    <message>
        <source>Patrimonio</source>
        <translation>Equity</translation>
    </message>
    <message>
        <source>Pedí la planilla de la que salió</source>
        <translation>Ask for the spreadsheet it was made from</translation>
    </message>
    <message>
        <source>Período anterior</source>
        <translation>Previous period</translation>
    </message>
    <message>
        <source>Pidió no recibir mensajes.</source>
        <translation>They asked for no messages.</translation>
    </message>
    <message>
        <source>Pie de los comprobantes</source>
        <translation>Foot of the vouchers</translation>
    </message>
    <message>
        <source>Pin {pin}</source>
        <translation>Pin {pin}</translation>
    </message>
    <message>
        <source>Plazo</source>
        <translation>Term</translation>
    </message>
    <message>
        <source>Plazo en días</source>
        <translation>Term in days</translation>
    </message>
    <message>
        <source>Poco stock</source>
        <translation>Low stock</translation>
    </message>
    <message>
        <source>Por cajero</source>
        <translation>By cashier</translation>
    </message>
    <message>
        <source>Por debajo de cero es faltante.</source>
        <translation>Below zero it is short.</translation>
    </message>
    <message>
        <source>Por día</source>
        <translation>By day</translation>
    </message>
    <message>
        <source>Por día de la semana</source>
        <translation>By day of the week</translation>
    </message>
    <message>
        <source>Por ejemplo 03/2019</source>
        <translation>For example 03/2019</translation>
    </message>
    <message>
        <source>Por ejemplo: ¡Gracias por tu compra!</source>
        <translation>For example: Thank you for your purchase!</translation>
    </message>
    <message>
        <source>Por encima de cero es saldo deudor; por debajo, acreedor.</source>
        <translation>Above zero it is a debit balance; below, a credit one.</translation>
    </message>
    <message>
        <source>Por hora</source>
        <translation>By hour</translation>
    </message>
    <message>
        <source>Por medio de pago</source>
        <translation>By payment method</translation>
    </message>
    <message>
        <source>Por mes</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>Por qué no se trae</source>
        <translation>Why it isn’t brought in</translation>
    </message>
    <message>
        <source>Por rubro</source>
        <translation>By category</translation>
    </message>
    <message>
        <source>Por unir dos clientes</source>
        <translation>From merging two clients</translation>
    </message>
    <message>
        <source>Precio</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Precio de lista {price}</source>
        <translation>List price {price}</translation>
    </message>
    <message>
        <source>Preparando los datos de ejemplo. Tarda unos segundos.</source>
        <translation>Preparing the example data. It takes a few seconds.</translation>
    </message>
    <message>
        <source>Probala para saber si avisa cuando le falta papel.</source>
        <translation>Test it to know whether it tells when paper runs out.</translation>
    </message>
    <message>
        <source>Producto</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Producto complementario</source>
        <translation>Complementary product</translation>
    </message>
    <message>
        <source>Productos</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>Productos: {found}</source>
        <translation>Products: {found}</translation>
    </message>
    <message>
        <source>Promedio de tres meses</source>
        <translation>Average of three months</translation>
    </message>
    <message>
        <source>Promedio por ticket</source>
        <translation>Average per ticket</translation>
    </message>
    <message>
        <source>Promesa</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>Prometió {amount} para el {day}</source>
        <translation>Promised {amount} for {day}</translation>
    </message>
    <message>
        <source>Prometió {amount} para el {day} y no cumplió</source>
        <translation>Promised {amount} for {day} and didn’t keep it</translation>
    </message>
    <message>
        <source>Prometió {amount} para hoy</source>
        <translation>Promised {amount} for today</translation>
    </message>
    <message>
        <source>Prometió {amount} para mañana</source>
        <translation>Promised {amount} for tomorrow</translation>
    </message>
    <message>
        <source>Promociones y canjes</source>
        <translation>Promos and points</translation>
    </message>
    <message>
        <source>Promoción</source>
        <translation>Promotion</translation>
    </message>
    <message>
        <source>Proveedor</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>Puede llevar {amount} más</source>
        <translation>Can take {amount} more</translation>
    </message>
    <message>
        <source>Puerto serie</source>
        <translation>Serial port</translation>
    </message>
    <message>
        <source>Puntos</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Puso en disputa</source>
        <translation>Put in dispute</translation>
    </message>
    <message>
        <source>Queda este</source>
        <translation>This one stays</translation>
    </message>
    <message>
        <source>Queda {name}</source>
        <translation>{name} stays</translation>
    </message>
    <message>
        <source>Quedan {left}</source>
        <translation>{left} left</translation>
    </message>
    <message>
        <source>Quedó un dato sin completar.</source>
        <translation>Something was left to fill in.</translation>
    </message>
    <message>
        <source>Quitar {name}</source>
        <translation>Remove {name}</translation>
    </message>
    <message>
        <source>Quién</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Quién abrió</source>
        <translation>Opened by</translation>
    </message>
    <message>
        <source>Quién cerró</source>
        <translation>Closed by</translation>
    </message>
    <message>
        <source>Qué filas ver</source>
        <translation>Which rows to see</translation>
    </message>
    <message>
        <source>Reactivó un usuario</source>
        <translation>Reactivated a user</translation>
    </message>
    <message>
        <source>Recibir una devolución sin ticket</source>
        <translation>Take a return without a ticket</translation>
    </message>
    <message>
        <source>Recibo de pago</source>
        <translation>Payment receipt</translation>
    </message>
    <message>
        <source>Recordatorio</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>Recuento</source>
        <translation>Stock count</translation>
    </message>
    <message>
        <source>Recuperar a {name}</source>
        <translation>Restore {name}</translation>
    </message>
    <message>
        <source>Recuperó un cliente</source>
        <translation>Restored a client</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Reimprimió</source>
        <translation>Reprinted</translation>
    </message>
    <message>
        <source>Renombró un usuario</source>
        <translation>Renamed a user</translation>
    </message>
    <message>
        <source>Resolvió una disputa</source>
        <translation>Settled a dispute</translation>
    </message>
    <message>
        <source>Responsable Inscripto</source>
        <translation>Responsable Inscripto</translation>
    </message>
    <message>
        <source>Restaurando la copia…</source>
        <translation>Restoring the backup…</translation>
    </message>
    <message>
        <source>Restauró una copia</source>
        <translation>Restored a backup</translation>
    </message>
    <message>
        <source>Resultado</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Resumen de cuenta</source>
        <translation>Account statement</translation>
    </message>
    <message>
        <source>Retiro</source>
        <translation>Cash out</translation>
    </message>
    <message>
        <source>Retiro del dueño</source>
        <translation>Owner’s withdrawal</translation>
    </message>
    <message>
        <source>Retiro: {memo}</source>
        <translation>Cash out: {memo}</translation>
    </message>
    <message>
        <source>Retiros</source>
        <translation>Cash out</translation>
    </message>
    <message>
        <source>Rubro</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Rubro y proveedor</source>
        <translation>Category and supplier</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Saldo anterior</source>
        <translation>Previous balance</translation>
    </message>
    <message>
        <source>Saldo anterior: {before}.</source>
        <translation>Previous balance: {before}.</translation>
    </message>
    <message>
        <source>Saldo inicial</source>
        <translation>Opening balance</translation>
    </message>
    <message>
        <source>Se traen</source>
        <translation>To bring in</translation>
    </message>
    <message>
        <source>Semana</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Servidor compatible</source>
        <translation>Compatible server</translation>
    </message>
    <message>
        <source>Sin cajón</source>
        <translation>No drawer</translation>
    </message>
    <message>
        <source>Sin cliente</source>
        <translation>No client</translation>
    </message>
    <message>
        <source>Sin control</source>
        <translation>Not tracked</translation>
    </message>
    <message>
        <source>Sin copia desde el {day}</source>
        <translation>No backup since {day}</translation>
    </message>
    <message>
        <source>Sin copias del negocio</source>
        <translation>No backups of the shop</translation>
    </message>
    <message>
        <source>Sin código</source>
        <translation>No code</translation>
    </message>
    <message>
        <source>Sin documento</source>
        <translation>No document</translation>
    </message>
    <message>
        <source>Sin impresora</source>
        <translation>No printer</translation>
    </message>
    <message>
        <source>Sin lo que está en disputa. Moroso: pasó el día 10 del mes que siguió a la compra; incobrable: pasaron además 60 días.</source>
        <translation>Without what is in dispute. Late: the 10th of the month after the purchase went by; uncollectable: another 60 days went by.</translation>
    </message>
    <message>
        <source>Sin límite</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>Sin límite de fiado</source>
        <translation>No debt limit</translation>
    </message>
    <message>
        <source>Sin movimientos</source>
        <translation>No movements</translation>
    </message>
    <message>
        <source>Sin precio fijo</source>
        <translation>No fixed price</translation>
    </message>
    <message>
        <source>Sin probar</source>
        <translation>Not tested</translation>
    </message>
    <message>
        <source>Sin productos</source>
        <translation>Without products</translation>
    </message>
    <message>
        <source>Sin proveedor</source>
        <translation>No supplier</translation>
    </message>
    <message>
        <source>Sin rubro</source>
        <translation>No category</translation>
    </message>
    <message>
        <source>Sin stock</source>
        <translation>Out of stock</translation>
    </message>
    <message>
        <source>Sin teléfono</source>
        <translation>No phone</translation>
    </message>
    <message>
        <source>Sin titular</source>
        <translation>No holder</translation>
    </message>
    <message>
        <source>Son los primeros {most}: elegí menos días, o exportá el diario, que va entero.</source>
        <translation>These are the first {most}: choose fewer days, or export the journal, which goes whole.</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>Stock bajo</source>
        <translation>Low stock</translation>
    </message>
    <message>
        <source>Stock de {name}</source>
        <translation>Stock of {name}</translation>
    </message>
    <message>
        <source>Stock mínimo</source>
        <translation>Minimum stock</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Subtotal</translation>
    </message>
    <message>
        <source>Suele venir {when}</source>
        <translation>Usually comes {when}</translation>
    </message>
    <message>
        <source>Sumados en una compra</source>
        <translation>Earned in a purchase</translation>
    </message>
    <message>
        <source>Sumas y saldos</source>
        <translation>Trial balance</translation>
    </message>
    <message>
        <source>Sus columnas no están separadas como las de las demás.</source>
        <translation>Its columns aren’t separated as the others’ are.</translation>
    </message>
    <message>
        <source>Sábado</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Sí</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>También figuró como</source>
        <translation>Also known as</translation>
    </message>
    <message>
        <source>Te extrañamos</source>
        <translation>We miss you</translation>
    </message>
    <message>
        <source>Teléfono</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Texto propio, de esta computadora.</source>
        <translation>Own text, of this computer.</translation>
    </message>
    <message>
        <source>Textos propios</source>
        <translation>Own texts</translation>
    </message>
    <message>
        <source>Ticket a cuenta corriente</source>
        <translation>Ticket on account</translation>
    </message>
    <message>
        <source>Ticket de venta</source>
        <translation>Sale ticket</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Tickets antes</source>
        <translation>Tickets before</translation>
    </message>
    <message>
        <source>Tiene comillas que no se cierran.</source>
        <translation>It has quotes that are never closed.</translation>
    </message>
    <message>
        <source>Tiene más columnas que los títulos.</source>
        <translation>It has more columns than the titles.</translation>
    </message>
    <message>
        <source>Tiene una deuda vencida: primero conviene cobrar.</source>
        <translation>They have an overdue debt: better collect it first.</translation>
    </message>
    <message>
        <source>Tipo de documento</source>
        <translation>Type of document</translation>
    </message>
    <message>
        <source>Titular</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>Todavía no</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Todavía no compró con su nombre.</source>
        <translation>They haven’t bought under their name yet.</translation>
    </message>
    <message>
        <source>Todavía no le mandaste nada</source>
        <translation>You haven’t sent them anything yet</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Traer clientes de un archivo…</source>
        <translation>Bring in clients from a file…</translation>
    </message>
    <message>
        <source>Traer productos de un archivo…</source>
        <translation>Bring in products from a file…</translation>
    </message>
    <message>
        <source>Transferencia</source>
        <translation>Bank transfer</translation>
    </message>
    <message>
        <source>Turnos</source>
        <translation>Shifts</translation>
    </message>
    <message>
        <source>Turnos de caja</source>
        <translation>Register shifts</translation>
    </message>
    <message>
        <source>Turnos todavía abiertos: {still_open}.</source>
        <translation>Shifts still open: {still_open}.</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Un administrador autoriza todo esto: {acts}.</source>
        <translation>An administrator authorises all this: {acts}.</translation>
    </message>
    <message>
        <source>Unidad</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Unió dos clientes</source>
        <translation>Merged two clients</translation>
    </message>
    <message>
        <source>Uno menos de {name}</source>
        <translation>One {name} less</translation>
    </message>
    <message>
        <source>Uno más de {name}</source>
        <translation>One {name} more</translation>
    </message>
    <message>
        <source>Usa un signo que no es del castellano: {foreign}</source>
        <translation>It uses a sign that isn’t Spanish: {foreign}</translation>
    </message>
    <message>
        <source>Usó el código de rescate</source>
        <translation>Used the rescue code</translation>
    </message>
    <message>
        <source>Vacío, no sale en los comprobantes.</source>
        <translation>If empty, it isn’t on vouchers.</translation>
    </message>
    <message>
        <source>Valor del stock</source>
        <translation>Value of the stock</translation>
    </message>
    <message>
        <source>Veces</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Vencidos</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>Vender</source>
        <translation>Sell</translation>
    </message>
    <message>
        <source>Vender a cuenta</source>
        <translation>Sell on account</translation>
    </message>
    <message>
        <source>Vender a cuenta aunque el cliente no pueda</source>
        <translation>Sell on account even if the client may not</translation>
    </message>
    <message>
        <source>Vender a otro precio</source>
        <translation>Sell at another price</translation>
    </message>
    <message>
        <source>Venta</source>
        <translation>Sale</translation>
    </message>
    <message>
        <source>Venta anulada · {number}</source>
        <translation>Sale voided · {number}</translation>
    </message>
    <message>
        <source>Venta {number} anulada · {paper}</source>
        <translation>Sale {number} voided · {paper}</translation>
    </message>
    <message>
        <source>Ventas</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>Ventas a precio de lista</source>
        <translation>Sales at list price</translation>
    </message>
    <message>
        <source>Ventas en efectivo</source>
        <translation>Cash sales</translation>
    </message>
    <message>
        <source>Ventas por cajero</source>
        <translation>Sales by cashier</translation>
    </message>
    <message>
        <source>Ventas por cliente</source>
        <translation>Sales by client</translation>
    </message>
    <message>
        <source>Ventas por día</source>
        <translation>Sales by day</translation>
    </message>
    <message>
        <source>Ventas por día de la semana</source>
        <translation>Sales by day of the week</translation>
    </message>
    <message>
        <source>Ventas por hora</source>
        <translation>Sales by hour</translation>
    </message>
    <message>
        <source>Ventas por medio de pago</source>
        <translation>Sales by payment method</translation>
    </message>
    <message>
        <source>Ventas por mes</source>
        <translation>Sales by month</translation>
    </message>
    <message>
        <source>Ventas por producto</source>
        <translation>Sales by product</translation>
    </message>
    <message>
        <source>Ventas por rubro</source>
        <translation>Sales by category</translation>
    </message>
    <message>
        <source>Ver el registro de actividad</source>
        <translation>See the activity log</translation>
    </message>
    <message>
        <source>Ver los costos</source>
        <translation>See costs</translation>
    </message>
    <message>
        <source>Ver los informes</source>
        <translation>See reports</translation>
    </message>
    <message>
        <source>Viernes</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Vino {visits} en el último año.</source>
        <translation>Came {visits} in the last year.</translation>
    </message>
    <message>
        <source>Volvió</source>
        <translation>Came back</translation>
    </message>
    <message>
        <source>Vuelto en devoluciones</source>
        <translation>Came back in returns</translation>
    </message>
    <message>
        <source>Vuelven {total} y la mercadería: queda anotado el movimiento contrario.</source>
        <translation>{total} and the goods come back: the opposite movement is recorded.</translation>
    </message>
    <message>
        <source>Ya le mandaste un mensaje {when}.</source>
        <translation>You already sent them a message {when}.</translation>
    </message>
    <message>
        <source>Ya no se vende</source>
        <translation>No longer sold</translation>
    </message>
    <message>
        <source>a eso de las {hour}</source>
        <translation>around {hour}</translation>
    </message>
    <message>
        <source>a favor {amount}</source>
        <translation>in credit {amount}</translation>
    </message>
    <message>
        <source>a favor {favour}</source>
        <translation>in credit {favour}</translation>
    </message>
    <message>
        <source>abr</source>
        <translation>Apr</translation>
    </message>
    <message>
        <source>abre el cajón</source>
        <translation>opens the drawer</translation>
    </message>
    <message>
        <source>abril</source>
        <translation>April</translation>
    </message>
    <message>
        <source>abrir el cajón</source>
        <translation>open the drawer</translation>
    </message>
    <message>
        <source>actualización</source>
        <translation>update</translation>
    </message>
    <message>
        <source>ago</source>
        <translation>Aug</translation>
    </message>
    <message>
        <source>agosto</source>
        <translation>August</translation>
    </message>
    <message>
        <source>ayer</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>ayer a las {time}</source>
        <translation>yesterday at {time}</translation>
    </message>
    <message>
        <source>ayer {time}</source>
        <translation>yesterday {time}</translation>
    </message>
    <message>
        <source>barra</source>
        <translation>bar</translation>
    </message>
    <message>
        <source>cada día</source>
        <translation>every day</translation>
    </message>
    <message>
        <source>cada {n} días</source>
        <translation>every {n} days</translation>
    </message>
    <message>
        <source>caja</source>
        <translation>register</translation>
    </message>
    <message>
        <source>cajas</source>
        <translation>registers</translation>
    </message>
    <message>
        <source>cliente</source>
        <translation>client</translation>
    </message>
    <message>
        <source>clientes</source>
        <translation>clients</translation>
    </message>
    <message>
        <source>coma</source>
        <translation>comma</translation>
    </message>
    <message>
        <source>compras de mercadería {goods}</source>
        <translation>purchases of goods {goods}</translation>
    </message>
    <message>
        <source>con cortador</source>
        <translation>with cutter</translation>
    </message>
    <message>
        <source>cuarta</source>
        <translation>fourth</translation>
    </message>
    <message>
        <source>de lista {price}</source>
        <translation>list {price}</translation>
    </message>
    <message>
        <source>debe</source>
        <translation>owes</translation>
    </message>
    <message>
        <source>descomprimido pasa de 400 MB</source>
        <translation>unzipped it is over 400 MB</translation>
    </message>
    <message>
        <source>desde el {first}</source>
        <translation>from {first}</translation>
    </message>
    <message>
        <source>dic</source>
        <translation>Dec</translation>
    </message>
    <message>
        <source>diciembre</source>
        <translation>December</translation>
    </message>
    <message>
        <source>domingo</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>domingos</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>dominio público</source>
        <translation>public domain</translation>
    </message>
    <message>
        <source>el DNI lleva 7 u 8 dígitos</source>
        <translation>a DNI has 7 or 8 digits</translation>
    </message>
    <message>
        <source>el ancho es de 32, 42 o 48 columnas</source>
        <translation>the width is 32, 42 or 48 columns</translation>
    </message>
    <message>
        <source>el cajón va en el pin 2 o en el 5</source>
        <translation>the drawer is on pin 2 or pin 5</translation>
    </message>
    <message>
        <source>el dato</source>
        <translation>the field</translation>
    </message>
    <message>
        <source>el e-mail</source>
        <translation>the e-mail</translation>
    </message>
    <message>
        <source>el identificador USB va como 04b8:0e15</source>
        <translation>the USB identifier is written like 04b8:0e15</translation>
    </message>
    <message>
        <source>el identificador «{address}» no es válido</source>
        <translation>the identifier “{address}” is not valid</translation>
    </message>
    <message>
        <source>el llavero del sistema</source>
        <translation>the system’s keyring</translation>
    </message>
    <message>
        <source>el mensaje</source>
        <translation>the message</translation>
    </message>
    <message>
        <source>el mismo día</source>
        <translation>the same day</translation>
    </message>
    <message>
        <source>el motivo</source>
        <translation>the reason</translation>
    </message>
    <message>
        <source>el nombre</source>
        <translation>the name</translation>
    </message>
    <message>
        <source>el nombre es demasiado largo</source>
        <translation>the name is too long</translation>
    </message>
    <message>
        <source>el nombre no es válido</source>
        <translation>the name is not valid</translation>
    </message>
    <message>
        <source>el número del medio no puede ser todo ceros</source>
        <translation>the number in the middle can’t be all zeros</translation>
    </message>
    <message>
        <source>el programa se cerró antes de que confirmara</source>
        <translation>the program was closed before it confirmed</translation>
    </message>
    <message>
        <source>el programa se cerró mientras imprimía</source>
        <translation>the program was closed while it was printing</translation>
    </message>
    <message>
        <source>el proveedor</source>
        <translation>the supplier</translation>
    </message>
    <message>
        <source>el puerto serie va como /dev/ttyUSB0@9600</source>
        <translation>the serial port is written like /dev/ttyUSB0@9600</translation>
    </message>
    <message>
        <source>el puerto va de 1 a 65535</source>
        <translation>the port goes from 1 to 65535</translation>
    </message>
    <message>
        <source>el puerto «{address}» no es válido</source>
        <translation>the port “{address}” is not valid</translation>
    </message>
    <message>
        <source>el rubro</source>
        <translation>the category</translation>
    </message>
    <message>
        <source>el sistema no deja leer los aparatos USB</source>
        <translation>the system doesn’t let USB devices be read</translation>
    </message>
    <message>
        <source>el teléfono</source>
        <translation>the phone</translation>
    </message>
    <message>
        <source>el {moment}</source>
        <translation>on {moment}</translation>
    </message>
    <message>
        <source>el {part} %</source>
        <translation>{part} %</translation>
    </message>
    <message>
        <source>el último dígito no coincide</source>
        <translation>the last digit doesn’t match</translation>
    </message>
    <message>
        <source>en {birthday_in} días</source>
        <translation>in {birthday_in} days</translation>
    </message>
    <message>
        <source>en {n} días</source>
        <translation>in {n} days</translation>
    </message>
    <message>
        <source>ene</source>
        <translation>Jan</translation>
    </message>
    <message>
        <source>enero</source>
        <translation>January</translation>
    </message>
    <message>
        <source>error interno a mitad de camino</source>
        <translation>internal error halfway</translation>
    </message>
    <message>
        <source>es de lo que más se vende</source>
        <translation>it is one of the best sellers</translation>
    </message>
    <message>
        <source>es de otro día, registrá una devolución</source>
        <translation>it is from another day, register a return</translation>
    </message>
    <message>
        <source>es de solo lectura</source>
        <translation>it is read-only</translation>
    </message>
    <message>
        <source>es el mismo cliente</source>
        <translation>it is the same client</translation>
    </message>
    <message>
        <source>es el mismo código, {own}</source>
        <translation>it is the same code, {own}</translation>
    </message>
    <message>
        <source>es el mismo documento</source>
        <translation>it is the same document</translation>
    </message>
    <message>
        <source>es el mismo producto</source>
        <translation>it is the same product</translation>
    </message>
    <message>
        <source>es un PDF</source>
        <translation>it is a PDF</translation>
    </message>
    <message>
        <source>es un documento de texto</source>
        <translation>it is a text document</translation>
    </message>
    <message>
        <source>es una base de datos</source>
        <translation>it is a database</translation>
    </message>
    <message>
        <source>es una carpeta</source>
        <translation>it is a folder</translation>
    </message>
    <message>
        <source>es una devolución</source>
        <translation>it is a return</translation>
    </message>
    <message>
        <source>es una imagen</source>
        <translation>it is an image</translation>
    </message>
    <message>
        <source>es una planilla de LibreOffice (.ods)</source>
        <translation>it is a LibreOffice spreadsheet (.ods)</translation>
    </message>
    <message>
        <source>es una planilla vieja (.xls) o tiene contraseña</source>
        <translation>it is an old spreadsheet (.xls) or has a password</translation>
    </message>
    <message>
        <source>es una página web con nombre de planilla</source>
        <translation>it is a web page with the name of a spreadsheet</translation>
    </message>
    <message>
        <source>ese número suele usarse de relleno</source>
        <translation>that number is often used as filler</translation>
    </message>
    <message>
        <source>este campo</source>
        <translation>this field</translation>
    </message>
    <message>
        <source>está a precio de hoy, anulá antes esa actualización</source>
        <translation>it is at today’s prices, void that update first</translation>
    </message>
    <message>
        <source>está cerrado o no contesta</source>
        <translation>it is closed or doesn’t answer</translation>
    </message>
    <message>
        <source>está comprimido</source>
        <translation>it is zipped</translation>
    </message>
    <message>
        <source>está comprimido y no es una planilla</source>
        <translation>it is zipped and is not a spreadsheet</translation>
    </message>
    <message>
        <source>está dañado</source>
        <translation>it is damaged</translation>
    </message>
    <message>
        <source>está dañado o no es una planilla</source>
        <translation>it is damaged or is not a spreadsheet</translation>
    </message>
    <message>
        <source>está en {often} de los tickets con {names}, {more} veces lo que sería casualidad</source>
        <translation>it is in {often} of the tickets with {names}, {more} times what chance would give</translation>
    </message>
    <message>
        <source>está fuera de línea</source>
        <translation>it is offline</translation>
    </message>
    <message>
        <source>está imprimiendo: probá cuando termine</source>
        <translation>it is printing: try when it ends</translation>
    </message>
    <message>
        <source>falló el dispositivo</source>
        <translation>the device failed</translation>
    </message>
    <message>
        <source>falta el archivo</source>
        <translation>the file is missing</translation>
    </message>
    <message>
        <source>falta el número</source>
        <translation>the number is missing</translation>
    </message>
    <message>
        <source>falta el programa «lp» de CUPS en esta computadora</source>
        <translation>the program “lp” of CUPS is missing in this computer</translation>
    </message>
    <message>
        <source>falta la biblioteca libusb en esta computadora</source>
        <translation>the libusb library is missing in this computer</translation>
    </message>
    <message>
        <source>feb</source>
        <translation>Feb</translation>
    </message>
    <message>
        <source>febrero</source>
        <translation>February</translation>
    </message>
    <message>
        <source>ganás {percent} %</source>
        <translation>you earn {percent} %</translation>
    </message>
    <message>
        <source>hace {days} días</source>
        <translation>{days} days ago</translation>
    </message>
    <message>
        <source>hace {n} días</source>
        <translation>{n} days ago</translation>
    </message>
    <message>
        <source>hasta el {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>hasta el {last}</source>
        <translation>until {last}</translation>
    </message>
    <message>
        <source>hoy</source>
        <translation>today</translation>
    </message>
    <message>
        <source>hoy a las {time}</source>
        <translation>today at {time}</translation>
    </message>
    <message>
        <source>hoy vale {price}{unit}</source>
        <translation>today it costs {price}{unit}</translation>
    </message>
    <message>
        <source>hoy {time}</source>
        <translation>today {time}</translation>
    </message>
    <message>
        <source>inactivo</source>
        <translation>inactive</translation>
    </message>
    <message>
        <source>jueves</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>jul</source>
        <translation>Jul</translation>
    </message>
    <message>
        <source>julio</source>
        <translation>July</translation>
    </message>
    <message>
        <source>jun</source>
        <translation>Jun</translation>
    </message>
    <message>
        <source>junio</source>
        <translation>June</translation>
    </message>
    <message>
        <source>la cola de impresión no contesta</source>
        <translation>the print queue doesn’t answer</translation>
    </message>
    <message>
        <source>la cola de impresión se cortó</source>
        <translation>the print queue was cut off</translation>
    </message>
    <message>
        <source>la cola la rechazó</source>
        <translation>the queue refused it</translation>
    </message>
    <message>
        <source>la cola la rechazó: {reason}</source>
        <translation>the queue refused it: {reason}</translation>
    </message>
    <message>
        <source>la cola la rechazó: {said}</source>
        <translation>the queue refused it: {said}</translation>
    </message>
    <message>
        <source>la cola la recibió y no confirma si salió</source>
        <translation>the queue took it and doesn’t confirm whether it came out</translation>
    </message>
    <message>
        <source>la cola va con su nombre en el sistema, sin espacios</source>
        <translation>the queue goes by its name in the system, without spaces</translation>
    </message>
    <message>
        <source>la columna</source>
        <translation>the column</translation>
    </message>
    <message>
        <source>la dirección</source>
        <translation>the address</translation>
    </message>
    <message>
        <source>la dirección de red va como 192.168.0.50:9100</source>
        <translation>the network address is written like 192.168.0.50:9100</translation>
    </message>
    <message>
        <source>la dirección «{address}» no es válida</source>
        <translation>the address “{address}” is not valid</translation>
    </message>
    <message>
        <source>la está usando otro programa</source>
        <translation>another program is using it</translation>
    </message>
    <message>
        <source>la impresora cortó la conexión</source>
        <translation>the printer cut the connection</translation>
    </message>
    <message>
        <source>la impresora no confirma lo que imprime</source>
        <translation>the printer doesn’t confirm what it prints</translation>
    </message>
    <message>
        <source>la impresora no estaba lista</source>
        <translation>the printer wasn’t ready</translation>
    </message>
    <message>
        <source>la impresora rechazó la conexión</source>
        <translation>the printer refused the connection</translation>
    </message>
    <message>
        <source>la libreta lleva de 6 a 8 dígitos</source>
        <translation>a libreta has 6 to 8 digits</translation>
    </message>
    <message>
        <source>la nota</source>
        <translation>the note</translation>
    </message>
    <message>
        <source>la página de códigos va de 0 a 255</source>
        <translation>the code page goes from 0 to 255</translation>
    </message>
    <message>
        <source>las copias van de 1 a {most_copies}</source>
        <translation>copies go from 1 to {most_copies}</translation>
    </message>
    <message>
        <source>las notas</source>
        <translation>the notes</translation>
    </message>
    <message>
        <source>las ofertas no llevan descuento</source>
        <translation>offers have no discount</translation>
    </message>
    <message>
        <source>lleva de 1 a 20 letras, números o guiones</source>
        <translation>it has 1 to 20 letters, numbers or hyphens</translation>
    </message>
    <message>
        <source>lleva de 4 a 20 letras y números</source>
        <translation>it has 4 to 20 letters and numbers</translation>
    </message>
    <message>
        <source>lleva de 5 a 15 letras y números</source>
        <translation>it has 5 to 15 letters and numbers</translation>
    </message>
    <message>
        <source>lleva solo números</source>
        <translation>it only has numbers</translation>
    </message>
    <message>
        <source>lo guardado está dañado; descartalo</source>
        <translation>what was kept is damaged; discard it</translation>
    </message>
    <message>
        <source>lo guardado para imprimir está dañado</source>
        <translation>what was kept to be printed is damaged</translation>
    </message>
    <message>
        <source>lo llevó {times} en el último año</source>
        <translation>they took it {times} in the last year</translation>
    </message>
    <message>
        <source>los que empiezan con {prefix} son CUIT de empresas o del exterior</source>
        <translation>those beginning with {prefix} are CUITs of companies or from abroad</translation>
    </message>
    <message>
        <source>los {days}</source>
        <translation>on {days}</translation>
    </message>
    <message>
        <source>los {day}</source>
        <translation>on {day}s</translation>
    </message>
    <message>
        <source>lunes</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>mar</source>
        <translation>Mar</translation>
    </message>
    <message>
        <source>martes</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>marzo</source>
        <translation>March</translation>
    </message>
    <message>
        <source>may</source>
        <translation>May</translation>
    </message>
    <message>
        <source>mayo</source>
        <translation>May</translation>
    </message>
    <message>
        <source>mañana</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>menos del 1 %</source>
        <translation>less than 1 %</translation>
    </message>
    <message>
        <source>miércoles</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>mín. {minimum}</source>
        <translation>min. {minimum}</translation>
    </message>
    <message>
        <source>ninguno empieza con {prefix}</source>
        <translation>none begins with {prefix}</translation>
    </message>
    <message>
        <source>no coincide el dígito de control</source>
        <translation>the check digit doesn’t match</translation>
    </message>
    <message>
        <source>no confirmó lo que le llegó</source>
        <translation>it didn’t confirm what reached it</translation>
    </message>
    <message>
        <source>no contesta</source>
        <translation>it doesn’t answer</translation>
    </message>
    <message>
        <source>no es común que empiece con {number}: confirmalo con la constancia</source>
        <translation>it is unusual to begin with {number}: check it with the certificate</translation>
    </message>
    <message>
        <source>no es una carpeta</source>
        <translation>it is not a folder</translation>
    </message>
    <message>
        <source>no es una planilla ni una agenda</source>
        <translation>it is neither a spreadsheet nor an address book</translation>
    </message>
    <message>
        <source>no está conectada</source>
        <translation>it is not connected</translation>
    </message>
    <message>
        <source>no existe</source>
        <translation>it doesn’t exist</translation>
    </message>
    <message>
        <source>no existe la cola «{address}»</source>
        <translation>there is no queue “{address}”</translation>
    </message>
    <message>
        <source>no existe la cola «{name}»</source>
        <translation>there is no queue “{name}”</translation>
    </message>
    <message>
        <source>no hay nada conectado</source>
        <translation>nothing is connected</translation>
    </message>
    <message>
        <source>no hay permiso</source>
        <translation>there is no permission</translation>
    </message>
    <message>
        <source>no hay red</source>
        <translation>there is no network</translation>
    </message>
    <message>
        <source>no puede ser todo ceros</source>
        <translation>it can’t be all zeros</translation>
    </message>
    <message>
        <source>no queda lugar en el disco</source>
        <translation>there is no room left on the disk</translation>
    </message>
    <message>
        <source>no se encuentra «{host}» en la red</source>
        <translation>“{host}” is not found on the network</translation>
    </message>
    <message>
        <source>no se llega a la impresora por la red</source>
        <translation>the printer can’t be reached over the network</translation>
    </message>
    <message>
        <source>no tiene costo cargado</source>
        <translation>it has no cost recorded</translation>
    </message>
    <message>
        <source>nov</source>
        <translation>Nov</translation>
    </message>
    <message>
        <source>noviembre</source>
        <translation>November</translation>
    </message>
    <message>
        <source>número</source>
        <translation>number</translation>
    </message>
    <message>
        <source>oct</source>
        <translation>Oct</translation>
    </message>
    <message>
        <source>octubre</source>
        <translation>October</translation>
    </message>
    <message>
        <source>otro programa está usando el archivo del negocio</source>
        <translation>another program is using the shop’s file</translation>
    </message>
    <message>
        <source>para clientes</source>
        <translation>for clients</translation>
    </message>
    <message>
        <source>para el grupo «{group}»</source>
        <translation>for the group “{group}”</translation>
    </message>
    <message>
        <source>para el {day}</source>
        <translation>for {day}</translation>
    </message>
    <message>
        <source>para todos</source>
        <translation>for everybody</translation>
    </message>
    <message>
        <source>pasa de {max_bytes} MB</source>
        <translation>it is over {max_bytes} MB</translation>
    </message>
    <message>
        <source>pasá a un plan más grande</source>
        <translation>move to a larger plan</translation>
    </message>
    <message>
        <source>pasá a un plan que la tenga</source>
        <translation>move to a plan that has it</translation>
    </message>
    <message>
        <source>pasá al plan {name}</source>
        <translation>move to the {name} plan</translation>
    </message>
    <message>
        <source>pasá al plan {name}, que llega a {most}</source>
        <translation>move to the {name} plan, which goes up to {most}</translation>
    </message>
    <message>
        <source>pasá al plan {name}, sin límite</source>
        <translation>move to the {name} plan, without limit</translation>
    </message>
    <message>
        <source>ponele un nombre</source>
        <translation>give it a name</translation>
    </message>
    <message>
        <source>por debajo del costo</source>
        <translation>below cost</translation>
    </message>
    <message>
        <source>por kg</source>
        <translation>per kg</translation>
    </message>
    <message>
        <source>probá de nuevo</source>
        <translation>try again</translation>
    </message>
    <message>
        <source>punto y coma</source>
        <translation>semicolon</translation>
    </message>
    <message>
        <source>queda poco papel</source>
        <translation>little paper left</translation>
    </message>
    <message>
        <source>quedaría por debajo del margen mínimo</source>
        <translation>it would be below the minimum margin</translation>
    </message>
    <message>
        <source>quinta</source>
        <translation>fifth</translation>
    </message>
    <message>
        <source>renová el plan {name} en Ajustes › Plan: venció el {day}</source>
        <translation>renew the {name} plan in Settings › Plan: it expired on {day}</translation>
    </message>
    <message>
        <source>retiros del dueño {owner}</source>
        <translation>owner’s withdrawals {owner}</translation>
    </message>
    <message>
        <source>se quedó sin papel</source>
        <translation>ran out of paper</translation>
    </message>
    <message>
        <source>segunda</source>
        <translation>second</translation>
    </message>
    <message>
        <source>sep</source>
        <translation>Sep</translation>
    </message>
    <message>
        <source>septiembre</source>
        <translation>September</translation>
    </message>
    <message>
        <source>sexta</source>
        <translation>sixth</translation>
    </message>
    <message>
        <source>sin control de stock</source>
        <translation>stock not tracked</translation>
    </message>
    <message>
        <source>sin cortador</source>
        <translation>without cutter</translation>
    </message>
    <message>
        <source>sin código</source>
        <translation>no code</translation>
    </message>
    <message>
        <source>su turno ya cerró, registrá una devolución</source>
        <translation>its shift is closed, register a return</translation>
    </message>
    <message>
        <source>sábado</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>sábados</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>tabulador</source>
        <translation>tab</translation>
    </message>
    <message>
        <source>te queda un intento</source>
        <translation>you have one try left</translation>
    </message>
    <message>
        <source>te quedan {left} intentos</source>
        <translation>you have {left} tries left</translation>
    </message>
    <message>
        <source>tercera</source>
        <translation>third</translation>
    </message>
    <message>
        <source>tiene a favor</source>
        <translation>is in credit</translation>
    </message>
    <message>
        <source>tiene contraseña</source>
        <translation>it has a password</translation>
    </message>
    <message>
        <source>tiene la tapa abierta</source>
        <translation>its cover is open</translation>
    </message>
    <message>
        <source>tiene más de 250.000 filas</source>
        <translation>it has more than 250,000 rows</translation>
    </message>
    <message>
        <source>tiene más de {max_columns} columnas</source>
        <translation>it has more than {max_columns} columns</translation>
    </message>
    <message>
        <source>tiene que tener 11 dígitos</source>
        <translation>it must have 11 digits</translation>
    </message>
    <message>
        <source>tiene trabada la cuchilla</source>
        <translation>its cutter is jammed</translation>
    </message>
    <message>
        <source>tiene un error: apagala y prendela</source>
        <translation>it has an error: turn it off and on</translation>
    </message>
    <message>
        <source>tiene un movimiento en disputa, resolvelo</source>
        <translation>they have a movement in dispute, settle it</translation>
    </message>
    <message>
        <source>tiene una impresión pendiente, imprimila o descartala</source>
        <translation>they have a print pending, print it or discard it</translation>
    </message>
    <message>
        <source>tiene una oferta vigente hasta el {until}</source>
        <translation>they have an offer standing until {until}</translation>
    </message>
    <message>
        <source>tiene una venta en espera, cobrala o descartala</source>
        <translation>they have a sale on hold, charge it or discard it</translation>
    </message>
    <message>
        <source>todavía no se sabe si esta impresora confirma</source>
        <translation>it isn’t known yet whether this printer confirms</translation>
    </message>
    <message>
        <source>u.</source>
        <translation>pcs.</translation>
    </message>
    <message>
        <source>un número entero</source>
        <translation>a whole number</translation>
    </message>
    <message>
        <source>usuario</source>
        <translation>user</translation>
    </message>
    <message>
        <source>usuarios</source>
        <translation>users</translation>
    </message>
    <message>
        <source>viernes</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>ya está anulada</source>
        <translation>it is already voided</translation>
    </message>
    <message>
        <source>ya existe</source>
        <translation>it already exists</translation>
    </message>
    <message>
        <source>ya se devolvió una parte, devolvé el resto</source>
        <translation>part was already returned, return the rest</translation>
    </message>
    <message>
        <source>ya tiene {percent} % en todo</source>
        <translation>they already get {percent} % off everything</translation>
    </message>
    <message>
        <source>{act} lo autoriza un administrador.</source>
        <translation>{act} is authorised by an administrator.</translation>
    </message>
    <message>
        <source>{age}, desde el {day}</source>
        <translation>{age}, since {day}</translation>
    </message>
    <message>
        <source>{amount} en disputa</source>
        <translation>{amount} in dispute</translation>
    </message>
    <message>
        <source>{amount} en promedio</source>
        <translation>{amount} on average</translation>
    </message>
    <message>
        <source>{count} copias</source>
        <translation>{count} copies</translation>
    </message>
    <message>
        <source>{count} días</source>
        <translation>{count} days</translation>
    </message>
    <message>
        <source>{count} impresoras paradas</source>
        <translation>{count} printers stopped</translation>
    </message>
    <message>
        <source>{count} meses</source>
        <translation>{count} months</translation>
    </message>
    <message>
        <source>{count} minutos</source>
        <translation>{count} minutes</translation>
    </message>
    <message>
        <source>{count} por imprimir</source>
        <translation>{count} to print</translation>
    </message>
    <message>
        <source>{count} preguntas</source>
        <translation>{count} questions</translation>
    </message>
    <message>
        <source>{count} puntos</source>
        <translation>{count} points</translation>
    </message>
    <message>
        <source>{count} segundos</source>
        <translation>{count} seconds</translation>
    </message>
    <message>
        <source>{count} veces</source>
        <translation>{count} times</translation>
    </message>
    <message>
        <source>{count}, sin límite</source>
        <translation>{count}, without limit</translation>
    </message>
    <message>
        <source>{days_away} días</source>
        <translation>{days_away} days</translation>
    </message>
    <message>
        <source>{encoding}, separado por {separator}</source>
        <translation>{encoding}, separated by {separator}</translation>
    </message>
    <message>
        <source>{first} al {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>{first} y {last}</source>
        <translation>{first} and {last}</translation>
    </message>
    <message>
        <source>{goods} con {percent} de descuento</source>
        <translation>{goods} at {percent} off</translation>
    </message>
    <message>
        <source>{goods} por {price}</source>
        <translation>{goods} for {price}</translation>
    </message>
    <message>
        <source>{month} de {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>{most} o {last}</source>
        <translation>{most} or {last}</translation>
    </message>
    <message>
        <source>{most} y {last}</source>
        <translation>{most} and {last}</translation>
    </message>
    <message>
        <source>{name} está archivado.</source>
        <translation>{name} is archived.</translation>
    </message>
    <message>
        <source>{name}: lo más, {most} ({figure})</source>
        <translation>{name}: highest, {most} ({figure})</translation>
    </message>
    <message>
        <source>{name}: queda poco papel</source>
        <translation>{name}: little paper left</translation>
    </message>
    <message>
        <source>{name}: {less} menos, hasta el {day}</source>
        <translation>{name}: {less} off, until {day}</translation>
    </message>
    <message>
        <source>{n} compra en un año</source>
        <translation>{n} purchase in a year</translation>
    </message>
    <message>
        <source>{n} compras</source>
        <translation>{n} purchases</translation>
    </message>
    <message>
        <source>{n} compras en un año</source>
        <translation>{n} purchases in a year</translation>
    </message>
    <message>
        <source>{n} días</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>{n} días después</source>
        <translation>{n} days later</translation>
    </message>
    <message>
        <source>{n} renglones</source>
        <translation>{n} lines</translation>
    </message>
    <message>
        <source>{n} veces</source>
        <translation>{n} times</translation>
    </message>
    <message>
        <source>{percent} de descuento</source>
        <translation>{percent} off</translation>
    </message>
    <message>
        <source>{percent} en</source>
        <translation>{percent} off</translation>
    </message>
    <message>
        <source>{percent} en {category}</source>
        <translation>{percent} off {category}</translation>
    </message>
    <message>
        <source>{percent} por la oferta</source>
        <translation>{percent} for the offer</translation>
    </message>
    <message>
        <source>{points}, valen {amount}</source>
        <translation>{points}, worth {amount}</translation>
    </message>
    <message>
        <source>{price} el kilo</source>
        <translation>{price} per kilo</translation>
    </message>
    <message>
        <source>{price} por kg</source>
        <translation>{price} per kg</translation>
    </message>
    <message>
        <source>{price} · {less} menos</source>
        <translation>{price} · {less} off</translation>
    </message>
    <message>
        <source>{reason} Este texto es de los propios.</source>
        <translation>{reason} This text is one of our own.</translation>
    </message>
    <message>
        <source>{reason} a mitad de camino</source>
        <translation>{reason} halfway</translation>
    </message>
    <message>
        <source>{times} · última {day}</source>
        <translation>{times} · last {day}</translation>
    </message>
    <message>
        <source>{title} (duplicado)</source>
        <translation>{title} (duplicate)</translation>
    </message>
    <message>
        <source>{used} de {most}</source>
        <translation>{used} of {most}</translation>
    </message>
    <message>
        <source>{way}: pedí su clave y cargala en Ajustes › Plan</source>
        <translation>{way}: ask for its key and load it in Settings › Plan</translation>
    </message>
    <message>
        <source>{width} mm, {columns} columnas</source>
        <translation>{width} mm, {columns} columns</translation>
    </message>
    <message>
        <source>{words}; lo menos, {least} ({figure})</source>
        <translation>{words}; lowest, {least} ({figure})</translation>
    </message>
    <message>
        <source>{word} {balance}, dejá su cuenta en cero</source>
        <translation>{word} {balance}, bring their account to zero</translation>
    </message>
    <message>
        <source>«Sin identificar» no lleva número</source>
        <translation>“Sin identificar” takes no number</translation>
    </message>
    <message>
        <source>«sí» o «no»</source>
        <translation>“sí” or “no”</translation>
    </message>
    <message>
        <source>¿Anular la venta {number}?</source>
        <translation>Void sale {number}?</translation>
    </message>
    <message>
        <source>¿Volvió?</source>
        <translation>Came back?</translation>
    </message>
    <message>
        <source>Última compra</source>
        <translation>Last purchase</translation>
    </message>
    <message>
        <source>Última compra el {day}</source>
        <translation>Last purchase on {day}</translation>
    </message>
    <message>
        <source>Última compra {ago} ({day})</source>
        <translation>Last purchase {ago} ({day})</translation>
    </message>
    <message>
        <source>Último movimiento</source>
        <translation>Last movement</translation>
    </message>
    <message>
        <source>última {day}</source>
        <translation>last {day}</translation>
    </message>
    <message>
        <source>… y {more} filas más con problemas.</source>
        <translation>… and {more} more rows with problems.</translation>
    </message>
</context>
<context>
    <name>AccountPanel</name>
    <message>
        <source>Autorizar igual: motivo</source>
        <translation>Authorise anyway: reason</translation>
    </message>
    <message>
        <source>Cobrar también deuda</source>
        <translation>Collect debt too</translation>
    </message>
    <message>
        <source>Con esta venta queda: {balance}</source>
        <translation>After this sale: {balance}</translation>
    </message>
    <message>
        <source>Dejar el vuelto de {change} en la cuenta</source>
        <translation>Leave the change of {change} in the account</translation>
    </message>
    <message>
        <source>La cuenta no lo permite: {key} muestra por qué.</source>
        <translation>The account doesn’t allow it: {key} shows why.</translation>
    </message>
    <message>
        <source>Queda anotado en la venta, con el nombre de quien lo autorice.</source>
        <translation>It is noted in the sale, with the name of who authorises it.</translation>
    </message>
    <message>
        <source>Queda anotado en la venta, con tu nombre.</source>
        <translation>It is noted in the sale, with your name.</translation>
    </message>
    <message>
        <source>Todo {amount}</source>
        <translation>All {amount}</translation>
    </message>
    <message>
        <source>{excess} más de lo que debe: queda a favor.</source>
        <translation>{excess} more than they owe: it stays in credit.</translation>
    </message>
</context>
<context>
    <name>ActivitySection</name>
    <message>
        <source>Autorizó</source>
        <translation>Authorised by</translation>
    </message>
    <message>
        <source>Buscar en el registro</source>
        <translation>Search the log</translation>
    </message>
    <message>
        <source>Cuándo</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Detalle</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>El registro de actividad</source>
        <translation>The activity log</translation>
    </message>
    <message>
        <source>Guardar el registro</source>
        <translation>Save the log</translation>
    </message>
    <message>
        <source>Guardar en un archivo…</source>
        <translation>Save to a file…</translation>
    </message>
    <message>
        <source>Lo ve quien administra el negocio. Cambiá de persona abajo.</source>
        <translation>Seen by who manages the shop. Switch person below.</translation>
    </message>
    <message>
        <source>Nada así en el registro</source>
        <translation>Nothing like that in the log</translation>
    </message>
    <message>
        <source>Palabras</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Planilla (*.xlsx)</source>
        <translation>Spreadsheet (*.xlsx)</translation>
    </message>
    <message>
        <source>Probá con otras palabras, otra persona u otras fechas.</source>
        <translation>Try other words, another person or other dates.</translation>
    </message>
    <message>
        <source>Quién</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Qué hizo</source>
        <translation>What they did</translation>
    </message>
    <message>
        <source>Registro de actividad</source>
        <translation>Activity log</translation>
    </message>
    <message>
        <source>Texto (*.csv)</source>
        <translation>Text (*.csv)</translation>
    </message>
    <message>
        <source>Todas las personas</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Todo</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>{name} guardado: {count} filas.</source>
        <translation>{name} saved: {count} rows.</translation>
    </message>
</context>
<context>
    <name>Addresses</name>
    <message>
        <source>Archivo o dispositivo</source>
        <translation>File or device</translation>
    </message>
    <message>
        <source>Buscando…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>Buscar de nuevo</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Dirección IP o nombre</source>
        <translation>IP address or name</translation>
    </message>
    <message>
        <source>El sistema no tiene ninguna cola; agregala ahí y buscá de nuevo.</source>
        <translation>The system has no queue; add it there and look again.</translation>
    </message>
    <message>
        <source>Elegila de la lista.</source>
        <translation>Choose it from the list.</translation>
    </message>
    <message>
        <source>Impresora USB</source>
        <translation>USB printer</translation>
    </message>
    <message>
        <source>No hay ninguna enchufada y prendida; también podés escribir 04b8:0e15.</source>
        <translation>None is plugged in and on; you can also write 04b8:0e15.</translation>
    </message>
    <message>
        <source>Nombre de la cola</source>
        <translation>Name of the queue</translation>
    </message>
    <message>
        <source>Por ejemplo /dev/ttyUSB0 o COM3</source>
        <translation>For example /dev/ttyUSB0 or COM3</translation>
    </message>
    <message>
        <source>Puerto</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Un archivo, o un dispositivo como /dev/usb/lp0</source>
        <translation>A file, or a device such as /dev/usb/lp0</translation>
    </message>
    <message>
        <source>Velocidad</source>
        <translation>Speed</translation>
    </message>
</context>
<context>
    <name>AdjustDialog</name>
    <message>
        <source>Ahora: {balance}.</source>
        <translation>Now: {balance}.</translation>
    </message>
    <message>
        <source>Ajustar</source>
        <translation>Adjust</translation>
    </message>
    <message>
        <source>Ajuste de saldo</source>
        <translation>Balance adjustment</translation>
    </message>
    <message>
        <source>Ajuste registrado. {name}: {balance}.</source>
        <translation>Adjustment registered. {name}: {balance}.</translation>
    </message>
    <message>
        <source>Debe menos</source>
        <translation>Owes less</translation>
    </message>
    <message>
        <source>Debe más</source>
        <translation>Owes more</translation>
    </message>
    <message>
        <source>Después del ajuste: {balance}.</source>
        <translation>After the adjustment: {balance}.</translation>
    </message>
    <message>
        <source>Hacia dónde se ajusta</source>
        <translation>Which way it is adjusted</translation>
    </message>
    <message>
        <source>Monto</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Por ejemplo: saldo del cuaderno</source>
        <translation>For example: balance of the notebook</translation>
    </message>
    <message>
        <source>Queda guardado con el movimiento.</source>
        <translation>It is kept with the movement.</translation>
    </message>
</context>
<context>
    <name>AdministratorStep</name>
    <message>
        <source>Cualquiera que use esta computadora va a poder lo mismo que vos: anular ventas, cambiar precios y ver los informes. Podés ponerlo después en Ajustes, Personas.</source>
        <translation>Anybody using this computer will be able to do what you can: void sales, change prices and see the reports. You can set it later in Settings, People.</translation>
    </message>
    <message>
        <source>De 4 a 6 números. Lo vas a usar para entrar y para autorizar.</source>
        <translation>4 to 6 digits. You will use it to log in and to authorise.</translation>
    </message>
    <message>
        <source>Poné un PIN, o marcá «Sin PIN por ahora».</source>
        <translation>Set a PIN, or tick “No PIN for now”.</translation>
    </message>
    <message>
        <source>Puede todo: anular ventas, cambiar precios, ver los informes, sumar cajeros.</source>
        <translation>Can do everything: void sales, change prices, see the reports, add cashiers.</translation>
    </message>
    <message>
        <source>Queda en cada venta.</source>
        <translation>It is kept in each sale.</translation>
    </message>
    <message>
        <source>Sin PIN por ahora</source>
        <translation>No PIN for now</translation>
    </message>
    <message>
        <source>Tu nombre</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Ya tenés tu PIN. Se cambia en Ajustes, Personas.</source>
        <translation>You already have your PIN. Change it in Settings, People.</translation>
    </message>
    <message>
        <source>¿Quién administra el negocio?</source>
        <translation>Who manages the shop?</translation>
    </message>
</context>
<context>
    <name>AnonymiseDialog</name>
    <message>
        <source>Ahora es {alias}.</source>
        <translation>Now it is {alias}.</translation>
    </message>
    <message>
        <source>Anonimizar</source>
        <translation>Anonymise</translation>
    </message>
    <message>
        <source>Anonimizar a {name}</source>
        <translation>Anonymise {name}</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Escribilo igual que acá: {name}</source>
        <translation>Write it just as here: {name}</translation>
    </message>
    <message>
        <source>Escribí el nombre para confirmar</source>
        <translation>Write the name to confirm</translation>
    </message>
    <message>
        <source>La cuenta, las ventas y los comprobantes quedan con sus números: hay que guardarlos diez años.</source>
        <translation>The account, sales and vouchers keep their figures: they must be kept for ten years.</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>No se puede deshacer. Las copias del negocio hechas antes conservan sus datos: borrá las que ya no precises.</source>
        <translation>It can’t be undone. Backups of the shop made before keep their data: delete those you no longer need.</translation>
    </message>
    <message>
        <source>Por ejemplo: lo pidió por escrito.</source>
        <translation>For example: they asked for it in writing.</translation>
    </message>
    <message>
        <source>Se borran su nombre, documento, teléfono, e-mail, dirección, cumpleaños y notas, los textos de los mensajes y las promesas, y su nombre en los comprobantes.</source>
        <translation>Their name, document, phone, e-mail, address, birthday and notes are deleted, the texts of messages and promises, and their name on vouchers.</translation>
    </message>
    <message>
        <source>Tal como figura: {name}</source>
        <translation>Just as it stands: {name}</translation>
    </message>
</context>
<context>
    <name>AuthorizeDialog</name>
    <message>
        <source>Autorizar</source>
        <translation>Authorise</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>PIN de {name}</source>
        <translation>{name}’s PIN</translation>
    </message>
    <message>
        <source>Pedí autorización</source>
        <translation>Ask for authorisation</translation>
    </message>
    <message>
        <source>Quién autoriza</source>
        <translation>Who authorises</translation>
    </message>
    <message>
        <source>{name} todavía no tiene PIN. Queda anotado a su nombre.</source>
        <translation>{name} has no PIN yet. It is noted under their name.</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Cada copia se lee de nuevo y se le revisan las cuentas antes de guardarla.</source>
        <translation>Each backup is read again and its books are checked before it is kept.</translation>
    </message>
    <message>
        <source>Cada hora</source>
        <translation>Every hour</translation>
    </message>
    <message>
        <source>Cada {n} horas</source>
        <translation>Every {n} hours</translation>
    </message>
    <message>
        <source>Carpeta</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Carpeta de las copias</source>
        <translation>Folder of the backups</translation>
    </message>
    <message>
        <source>Clave</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Con clave</source>
        <translation>With a passphrase</translation>
    </message>
    <message>
        <source>Con el programa abierto</source>
        <translation>While the program is open</translation>
    </message>
    <message>
        <source>Copia del</source>
        <translation>Backup of</translation>
    </message>
    <message>
        <source>Copia guardada y revisada: {size}.</source>
        <translation>Backup saved and checked: {size}.</translation>
    </message>
    <message>
        <source>Copiando… podés seguir vendiendo.</source>
        <translation>Backing up… you can go on selling.</translation>
    </message>
    <message>
        <source>Copiar ahora</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Copias</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Copias de Kioskifly (*.db *.kfly)</source>
        <translation>Kioskifly backups (*.db *.kfly)</translation>
    </message>
    <message>
        <source>Copias del negocio</source>
        <translation>Backups of the shop</translation>
    </message>
    <message>
        <source>De fábrica sin clave: nadie queda afuera por olvidarla. Con clave, quien encuentre el pendrive no puede leer la copia; sin la clave no la abre nadie, vos tampoco: anotala y guardala en otro lado.</source>
        <translation>As supplied, without a passphrase: nobody is locked out by forgetting it. With one, whoever finds the stick can’t read the backup; without it nobody opens it, not even you: write it down and keep it somewhere else.</translation>
    </message>
    <message>
        <source>De fábrica sí: guarda el día entero.</source>
        <translation>As supplied, yes: it keeps the whole day.</translation>
    </message>
    <message>
        <source>De fábrica van a una carpeta de esta computadora, que está siempre. Quedan las de los últimos 7 días, 4 semanas y 12 meses. Mientras se copia podés seguir vendiendo.</source>
        <translation>As supplied, they go to a folder of this computer, which is always there. Those of the last 7 days, 4 weeks and 12 months are kept. You can go on selling meanwhile.</translation>
    </message>
    <message>
        <source>De fábrica, cada 4: si algo falla, se pierde poco.</source>
        <translation>As supplied, every 4: if something fails, little is lost.</translation>
    </message>
    <message>
        <source>Dónde y cuándo</source>
        <translation>Where and when</translation>
    </message>
    <message>
        <source>El negocio vuelve a como estaba en esa copia; antes ves qué tiene.</source>
        <translation>The shop goes back to how it was in that backup; first you see what it has.</translation>
    </message>
    <message>
        <source>Elegir carpeta…</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>Elegir la carpeta de las copias</source>
        <translation>Choose the folder of the backups</translation>
    </message>
    <message>
        <source>Elegir una copia</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>En esa carpeta todavía no hay copias.</source>
        <translation>There are no backups in that folder yet.</translation>
    </message>
    <message>
        <source>Están en esta misma computadora: si se rompe o te la roban, se pierden. Elegí un pendrive o una carpeta que se sincronice.</source>
        <translation>They are in this same computer: if it breaks or is stolen, they are lost. Choose a stick or a folder that is synchronised.</translation>
    </message>
    <message>
        <source>Guardado.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>La última copia buena ya es vieja: {moment}.</source>
        <translation>The last good copy is old by now: {moment}.</translation>
    </message>
    <message>
        <source>No copiar por reloj</source>
        <translation>Don’t back up by the clock</translation>
    </message>
    <message>
        <source>Restaurar</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Restaurar de otro archivo…</source>
        <translation>Restore from another file…</translation>
    </message>
    <message>
        <source>Restaurar…</source>
        <translation>Restore…</translation>
    </message>
    <message>
        <source>Tamaño</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>También al cerrar el programa</source>
        <translation>Also when the program is closed</translation>
    </message>
    <message>
        <source>Todavía no hay ninguna copia buena.</source>
        <translation>There is no good backup yet.</translation>
    </message>
    <message>
        <source>Todos los archivos (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Volver a la de siempre</source>
        <translation>Back to the usual one</translation>
    </message>
    <message>
        <source>pendrive disco usb nube drive dónde</source>
        <translation>stick disk usb cloud drive where</translation>
    </message>
    <message>
        <source>Última copia buena: {moment}.</source>
        <translation>Last good backup: {moment}.</translation>
    </message>
</context>
<context>
    <name>BonusDialog</name>
    <message>
        <source>Elegí el producto.</source>
        <translation>Choose the product.</translation>
    </message>
    <message>
        <source>Puntos extra</source>
        <translation>Extra points</translation>
    </message>
    <message>
        <source>Puntos por unidad</source>
        <translation>Points per piece</translation>
    </message>
</context>
<context>
    <name>BotSection</name>
    <message>
        <source>Con textos propios, nada. Con un servicio, solo el objetivo, el tono, los productos con su precio, cuántas veces los llevó y hace cuánto que no viene: nunca nombres, documentos, teléfonos, domicilios ni deudas. «Ver qué se envía», en cada oferta, lo muestra tal cual. Los mensajes los mandás vos, por WhatsApp.</source>
        <translation>With own texts, nothing. With a service, only the aim, the tone, the products with their price, how many times they took them and how long since they came: never names, documents, phones, addresses nor debts. “See what is sent”, in each offer, shows it as it is. You send the messages yourself, by WhatsApp.</translation>
    </message>
    <message>
        <source>De fábrica 10 %. Más de {most} lo aplica un administrador en la venta.</source>
        <translation>As supplied, 10 %. More than {most} is applied by an administrator in the sale.</translation>
    </message>
    <message>
        <source>De fábrica 20 %, del precio ya descontado: que quede ganancia.</source>
        <translation>As supplied, 20 %, of the discounted price: so that there is profit left.</translation>
    </message>
    <message>
        <source>De fábrica 7, para no cansar. Antes, pide confirmar.</source>
        <translation>As supplied, 7, so as not to tire them. Before that, it asks to confirm.</translation>
    </message>
    <message>
        <source>De fábrica 7: da tiempo a volver.</source>
        <translation>As supplied, 7: time enough to come back.</translation>
    </message>
    <message>
        <source>De fábrica, los del tabaco: la ley 26.687 prohíbe hacerle publicidad.</source>
        <translation>As supplied, tobacco’s: law 26.687 forbids advertising it.</translation>
    </message>
    <message>
        <source>Descuento máximo</source>
        <translation>Maximum discount</translation>
    </message>
    <message>
        <source>El programa elige qué ofrecer y a qué precio; quien escribe solo lo dice.</source>
        <translation>The program chooses what to offer and at what price; the writer only words it.</translation>
    </message>
    <message>
        <source>Entre mensajes (días)</source>
        <translation>Between messages (days)</translation>
    </message>
    <message>
        <source>Margen mínimo</source>
        <translation>Minimum margin</translation>
    </message>
    <message>
        <source>Quién escribe las ofertas</source>
        <translation>Who writes the offers</translation>
    </message>
    <message>
        <source>Qué puede ofrecer</source>
        <translation>What may be offered</translation>
    </message>
    <message>
        <source>Qué sale de esta computadora</source>
        <translation>What leaves this computer</translation>
    </message>
    <message>
        <source>Reglas de las ofertas guardadas.</source>
        <translation>Rules of the offers saved.</translation>
    </message>
    <message>
        <source>Rubros que no se ofrecen nunca</source>
        <translation>Categories never offered</translation>
    </message>
    <message>
        <source>Solo productos con stock, al precio de hoy. El descuento lo respeta la caja.</source>
        <translation>Only products in stock, at today’s price. The register honours the discount.</translation>
    </message>
    <message>
        <source>Vale por (días)</source>
        <translation>Stands for (days)</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>Mensaje</source>
        <translation>Message</translation>
    </message>
</context>
<context>
    <name>BugNotice</name>
    <message>
        <source>Algo salió mal en el programa. Lo que ya estaba registrado está guardado; lo último que hiciste puede no haberse guardado: revisalo antes de seguir.</source>
        <translation>Something went wrong in the program. What was already registered is saved; the last thing you did may not have been: check it before you go on.</translation>
    </message>
    <message>
        <source>Copiar detalle</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Guardar informe…</source>
        <translation>Save report…</translation>
    </message>
    <message>
        <source>Seguir</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>CartTable</name>
    <message>
        <source>Cantidad</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Lo que se está vendiendo</source>
        <translation>What is being sold</translation>
    </message>
</context>
<context>
    <name>CashDialog</name>
    <message>
        <source>En el cajón no hay tanta plata.</source>
        <translation>There isn’t that much money in the drawer.</translation>
    </message>
    <message>
        <source>En {register} hay {amount}.</source>
        <translation>In {register} there is {amount}.</translation>
    </message>
    <message>
        <source>En {register} no hay tanto: hay {amount}.</source>
        <translation>There isn’t that much in {register}: there is {amount}.</translation>
    </message>
    <message>
        <source>En {register} van a quedar {amount}.</source>
        <translation>{amount} will be left in {register}.</translation>
    </message>
    <message>
        <source>Monto</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Registrar</source>
        <translation>Record</translation>
    </message>
</context>
<context>
    <name>CashSection</name>
    <message>
        <source>A ciegas, cuentan el cajón sin ver cuánto tendría que haber: nadie acomoda el conteo. De fábrica no, para que al empezar la diferencia se entienda en el momento. Administración lo ve siempre.</source>
        <translation>Blind, they count the drawer without seeing what there should be: nobody trims the count. As supplied, no, so that at first a difference is understood at once. Administrators always see it.</translation>
    </message>
    <message>
        <source>Agregar</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Archivado</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>Archivar</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Cambiar el nombre</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Cierre de caja</source>
        <translation>Register closing</translation>
    </message>
    <message>
        <source>Concepto</source>
        <translation>Expense type</translation>
    </message>
    <message>
        <source>Conceptos de retiro</source>
        <translation>Expense types</translation>
    </message>
    <message>
        <source>En qué se va la plata que sale de una caja: lo pregunta cada retiro, y con eso el informe «Resultado» dice qué quedó del mes.</source>
        <translation>Where the money taken out of a register goes: each cash out asks for it, and so the report “Result” tells what the month left.</translation>
    </message>
    <message>
        <source>En uso</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Los cajeros cierran a ciegas</source>
        <translation>Cashiers close blind</translation>
    </message>
    <message>
        <source>Qué es</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>Recuperar</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>arqueo conteo faltante diferencia turno</source>
        <translation>count difference missing shift blind</translation>
    </message>
    <message>
        <source>gastos rubros categorías alquiler sueldos proveedor egreso</source>
        <translation>expenses categories rent wages supplier</translation>
    </message>
</context>
<context>
    <name>ChargeDialog</name>
    <message>
        <source>Abrir caja</source>
        <translation>Open register</translation>
    </message>
    <message>
        <source>Cambiar cliente</source>
        <translation>Change client</translation>
    </message>
    <message>
        <source>Cliente</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Cobrar</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Consumidor Final</source>
        <translation>Consumidor Final</translation>
    </message>
    <message>
        <source>Saldo: {balance}</source>
        <translation>Balance: {balance}</translation>
    </message>
    <message>
        <source>Sobran {amount}: solo el efectivo da vuelto.</source>
        <translation>{amount} too much: only cash gives change.</translation>
    </message>
    <message>
        <source>Venta {number}</source>
        <translation>Sale {number}</translation>
    </message>
    <message>
        <source>Vuelto {amount}</source>
        <translation>Change {amount}</translation>
    </message>
    <message>
        <source>{register} está cerrada: la venta no entra en ningún turno.</source>
        <translation>{register} is closed: the sale belongs to no shift.</translation>
    </message>
</context>
<context>
    <name>ChargeSide</name>
    <message>
        <source>A cobrar</source>
        <translation>To charge</translation>
    </message>
    <message>
        <source>A cuenta {amount}</source>
        <translation>Account {amount}</translation>
    </message>
    <message>
        <source>Cobrar {total}</source>
        <translation>Charge {total}</translation>
    </message>
    <message>
        <source>Entrega {amount}</source>
        <translation>Gives {amount}</translation>
    </message>
    <message>
        <source>Falta</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Otro medio</source>
        <translation>Another method</translation>
    </message>
    <message>
        <source>Venta {total} + deuda {debt}</source>
        <translation>Sale {total} + debt {debt}</translation>
    </message>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Vuelto</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Gráfico: {title}</source>
        <translation>Chart: {title}</translation>
    </message>
    <message>
        <source>mil</source>
        <translation>k</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Lo que más lleva</source>
        <translation>What they take most</translation>
    </message>
    <message>
        <source>Lo que se sabe</source>
        <translation>What is known</translation>
    </message>
    <message>
        <source>Para qué</source>
        <translation>What for</translation>
    </message>
    <message>
        <source>Por qué esta oferta</source>
        <translation>Why this offer</translation>
    </message>
    <message>
        <source>Tono</source>
        <translation>Tone</translation>
    </message>
    <message>
        <source>Ver qué se envía</source>
        <translation>See what is sent</translation>
    </message>
</context>
<context>
    <name>ClientBar</name>
    <message>
        <source>1 oferta</source>
        <translation>1 offer</translation>
    </message>
    <message>
        <source>Cambiar</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Cliente de la venta</source>
        <translation>Client of the sale</translation>
    </message>
    <message>
        <source>Consumidor Final</source>
        <translation>Consumidor Final</translation>
    </message>
    <message>
        <source>Debe desde ayer</source>
        <translation>Owes since yesterday</translation>
    </message>
    <message>
        <source>Debe desde el {day}</source>
        <translation>Owes since {day}</translation>
    </message>
    <message>
        <source>Debe desde hace {days} días</source>
        <translation>Owes for {days} days</translation>
    </message>
    <message>
        <source>Debe desde hoy</source>
        <translation>Owes since today</translation>
    </message>
    <message>
        <source>Descuento {rate}</source>
        <translation>Discount {rate}</translation>
    </message>
    <message>
        <source>Elegir cliente</source>
        <translation>Choose client</translation>
    </message>
    <message>
        <source>Los montos están tapados: {key} los muestra.</source>
        <translation>Amounts are hidden: {key} shows them.</translation>
    </message>
    <message>
        <source>Para anotar en una cuenta, elegí el cliente.</source>
        <translation>To put it on account, choose the client.</translation>
    </message>
    <message>
        <source>Perfil del cliente</source>
        <translation>Client profile</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Vencido {amount}</source>
        <translation>Overdue {amount}</translation>
    </message>
    <message>
        <source>Vender a Consumidor Final</source>
        <translation>Sell to Consumidor Final</translation>
    </message>
    <message>
        <source>{n} ofertas</source>
        <translation>{n} offers</translation>
    </message>
</context>
<context>
    <name>ClientForm</name>
    <message>
        <source>Acepta mensajes</source>
        <translation>Accepts messages</translation>
    </message>
    <message>
        <source>Cerrar sin guardar</source>
        <translation>Close without saving</translation>
    </message>
    <message>
        <source>Condiciones de venta</source>
        <translation>Terms of sale</translation>
    </message>
    <message>
        <source>Condiciones especiales</source>
        <translation>Special terms</translation>
    </message>
    <message>
        <source>Condición fiscal</source>
        <translation>Tax status</translation>
    </message>
    <message>
        <source>Cuenta corriente habilitada</source>
        <translation>Account enabled</translation>
    </message>
    <message>
        <source>Cumpleaños</source>
        <translation>Birthday</translation>
    </message>
    <message>
        <source>Descuento (%)</source>
        <translation>Discount (%)</translation>
    </message>
    <message>
        <source>Dirección</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Documento</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Editar cliente</source>
        <translation>Edit client</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Hasta cuánto le fiás.</source>
        <translation>How much credit you give them.</translation>
    </message>
    <message>
        <source>Límite de fiado</source>
        <translation>Debt limit</translation>
    </message>
    <message>
        <source>Medio de pago preferido</source>
        <translation>Preferred payment method</translation>
    </message>
    <message>
        <source>Nombre o razón social</source>
        <translation>Name or company name</translation>
    </message>
    <message>
        <source>Notas</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Nuevo cliente</source>
        <translation>New client</translation>
    </message>
    <message>
        <source>Número</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Plazo (días)</source>
        <translation>Term (days)</translation>
    </message>
    <message>
        <source>Se aplica solo en cada venta.</source>
        <translation>Applied by itself in each sale.</translation>
    </message>
    <message>
        <source>Se pierde lo que cambiaste de este cliente.</source>
        <translation>What you changed of this client is lost.</translation>
    </message>
    <message>
        <source>Si pide no recibir más mensajes, destildalo: queda anotado quién y cuándo.</source>
        <translation>If they ask for no more messages, untick it: who and when is noted.</translation>
    </message>
    <message>
        <source>Sin descuento</source>
        <translation>No discount</translation>
    </message>
    <message>
        <source>Sin límite</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>Sin plazo</source>
        <translation>No term</translation>
    </message>
    <message>
        <source>Sin preferencia</source>
        <translation>No preference</translation>
    </message>
    <message>
        <source>Teléfono</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Vacío: queda sin identificar.</source>
        <translation>Empty: they stay unidentified.</translation>
    </message>
    <message>
        <source>Vencido, no se fía más.</source>
        <translation>Once overdue, no more credit.</translation>
    </message>
    <message>
        <source>dd/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>{name} quedó guardado.</source>
        <translation>{name} is saved.</translation>
    </message>
    <message>
        <source>¿Cerrar sin guardar?</source>
        <translation>Close without saving?</translation>
    </message>
</context>
<context>
    <name>ClientOffers</name>
    <message>
        <source>{name} tiene {less} por una oferta: ponelo con {key} y lo autoriza un administrador.</source>
        <translation>{name} has {less} by an offer: set it with {key} and an administrator authorises it.</translation>
    </message>
</context>
<context>
    <name>ClientPage</name>
    <message>
        <source>Acá queda cada compra que haga con su nombre.</source>
        <translation>Every purchase they make under their name is kept here.</translation>
    </message>
    <message>
        <source>Billetera</source>
        <translation>Wallet</translation>
    </message>
    <message>
        <source>Cantidad</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Cliente desde {month}</source>
        <translation>Client since {month}</translation>
    </message>
    <message>
        <source>Compras</source>
        <translation>Purchases</translation>
    </message>
    <message>
        <source>Compras y devoluciones</source>
        <translation>Purchases and returns</translation>
    </message>
    <message>
        <source>Condiciones especiales…</source>
        <translation>Special terms…</translation>
    </message>
    <message>
        <source>Cuándo vino</source>
        <translation>When they came</translation>
    </message>
    <message>
        <source>Cómo viene comprando</source>
        <translation>How their purchases go</translation>
    </message>
    <message>
        <source>Datos</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Datos personales…</source>
        <translation>Personal data…</translation>
    </message>
    <message>
        <source>Editar</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Editar cliente…</source>
        <translation>Edit client…</translation>
    </message>
    <message>
        <source>Está archivado: su historia queda acá.</source>
        <translation>They are archived: their history stays here.</translation>
    </message>
    <message>
        <source>Fiado a precio de hoy…</source>
        <translation>Debt at today’s prices…</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Lo que más lleva</source>
        <translation>What they take most</translation>
    </message>
    <message>
        <source>Los montos están tapados</source>
        <translation>Amounts are hidden</translation>
    </message>
    <message>
        <source>Mostrar los montos</source>
        <translation>Show amounts</translation>
    </message>
    <message>
        <source>Más acciones</source>
        <translation>More actions</translation>
    </message>
    <message>
        <source>Ofertas y promesas</source>
        <translation>Offers and promises</translation>
    </message>
    <message>
        <source>Producto</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Promesa de pago…</source>
        <translation>Payment promise…</translation>
    </message>
    <message>
        <source>Puntos y condiciones</source>
        <translation>Points and terms</translation>
    </message>
    <message>
        <source>Puntos…</source>
        <translation>Points…</translation>
    </message>
    <message>
        <source>Qué fue</source>
        <translation>What it was</translation>
    </message>
    <message>
        <source>Recordatorio por WhatsApp…</source>
        <translation>Reminder by WhatsApp…</translation>
    </message>
    <message>
        <source>Resumen por WhatsApp…</source>
        <translation>Statement by WhatsApp…</translation>
    </message>
    <message>
        <source>Sin compras</source>
        <translation>No purchases</translation>
    </message>
    <message>
        <source>Tapar los montos</source>
        <translation>Hide amounts</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>{key} los muestra.</source>
        <translation>{key} shows them.</translation>
    </message>
</context>
<context>
    <name>ClientPicker</name>
    <message>
        <source>Buscar cliente</source>
        <translation>Find client</translation>
    </message>
    <message>
        <source>Buscá por nombre, documento o teléfono</source>
        <translation>Search by name, document or phone</translation>
    </message>
    <message>
        <source>Cliente</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Cliente de la venta</source>
        <translation>Client of the sale</translation>
    </message>
    <message>
        <source>Clientes</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Consumidor Final</source>
        <translation>Consumidor Final</translation>
    </message>
    <message>
        <source>Elegir</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Enter lo crea y lo pone en esta venta: con el nombre alcanza.</source>
        <translation>Enter creates them and puts them in this sale: the name is enough.</translation>
    </message>
    <message>
        <source>No hay ningún cliente «{name}»</source>
        <translation>There is no client “{name}”</translation>
    </message>
    <message>
        <source>Nuevo cliente</source>
        <translation>New client</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Todavía no hay clientes</source>
        <translation>There are no clients yet</translation>
    </message>
</context>
<context>
    <name>ClientsPage</name>
    <message>
        <source> Sale de la lista y conserva su historial.</source>
        <translation> They leave the list and keep their history.</translation>
    </message>
    <message>
        <source>A favor</source>
        <translation>In credit</translation>
    </message>
    <message>
        <source>Acá quedan los clientes que archives.</source>
        <translation>The clients you archive stay here.</translation>
    </message>
    <message>
        <source>Archivados</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>Archivar</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Buscar clientes</source>
        <translation>Find clients</translation>
    </message>
    <message>
        <source>Cargá al primero, o pasá el cuaderno desde «Archivos».</source>
        <translation>Add the first one, or enter the notebook from “Files”.</translation>
    </message>
    <message>
        <source>Clientes</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Con deuda</source>
        <translation>With debt</translation>
    </message>
    <message>
        <source>Deshacer</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Eliminar</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Nada con «{search}»</source>
        <translation>Nothing with “{search}”</translation>
    </message>
    <message>
        <source>Nadie te debe nada.</source>
        <translation>Nobody owes you anything.</translation>
    </message>
    <message>
        <source>Ningún cliente tiene saldo a favor.</source>
        <translation>No client is in credit.</translation>
    </message>
    <message>
        <source>Nombre, documento o teléfono</source>
        <translation>Name, document or phone</translation>
    </message>
    <message>
        <source>Nuevo cliente</source>
        <translation>New client</translation>
    </message>
    <message>
        <source>Nunca tuvo movimientos. Se borran sus datos y no se puede deshacer.</source>
        <translation>They never had movements. Their data are deleted and it can’t be undone.</translation>
    </message>
    <message>
        <source>Probá con menos letras, con el documento o con el teléfono.</source>
        <translation>Try fewer letters, the document or the phone.</translation>
    </message>
    <message>
        <source>Qué clientes ver</source>
        <translation>Which clients to see</translation>
    </message>
    <message>
        <source>Todavía no hay clientes</source>
        <translation>There are no clients yet</translation>
    </message>
    <message>
        <source>Todos</source>
        <translation>All</translation>
    </message>
    <message>
        <source>te deben {owed} en total</source>
        <translation>they owe you {owed} in all</translation>
    </message>
    <message>
        <source>{count} cliente</source>
        <translation>{count} client</translation>
    </message>
    <message>
        <source>{count} clientes</source>
        <translation>{count} clients</translation>
    </message>
    <message>
        <source>{count} clientes o más</source>
        <translation>{count} clients or more</translation>
    </message>
    <message>
        <source>{name} fue eliminado.</source>
        <translation>{name} was deleted.</translation>
    </message>
    <message>
        <source>{name} quedó archivado.</source>
        <translation>{name} is archived.</translation>
    </message>
    <message>
        <source>{name} vuelve a la lista.</source>
        <translation>{name} is back in the list.</translation>
    </message>
    <message>
        <source>¿Archivar a {name}?</source>
        <translation>Archive {name}?</translation>
    </message>
    <message>
        <source>¿Eliminar a {name}?</source>
        <translation>Delete {name}?</translation>
    </message>
</context>
<context>
    <name>ClientsTable</name>
    <message>
        <source>Abrir billetera</source>
        <translation>Open wallet</translation>
    </message>
    <message>
        <source>Clientes</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Datos personales…</source>
        <translation>Personal data…</translation>
    </message>
    <message>
        <source>Editar</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Eliminar…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>Oferta…</source>
        <translation>Offer…</translation>
    </message>
    <message>
        <source>Recuperar</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Ver perfil</source>
        <translation>See profile</translation>
    </message>
</context>
<context>
    <name>CloseSessionDialog</name>
    <message>
        <source>Anterior</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Cerrar caja</source>
        <translation>Close register</translation>
    </message>
    <message>
        <source>Cerrar con {amount} de {kind}</source>
        <translation>Close {amount} {kind}</translation>
    </message>
    <message>
        <source>Cerrar {register}</source>
        <translation>Close {register}</translation>
    </message>
    <message>
        <source>Cierre a ciegas</source>
        <translation>Blind close</translation>
    </message>
    <message>
        <source>Coincide: la caja cierra justa.</source>
        <translation>It agrees: the register closes even.</translation>
    </message>
    <message>
        <source>Contaste</source>
        <translation>You counted</translation>
    </message>
    <message>
        <source>Contá la plata. Si el cajón está vacío, escribí 0 en Monedas.</source>
        <translation>Count the money. If the drawer is empty, write 0 in Coins.</translation>
    </message>
    <message>
        <source>Contá sin ver cuánto tendría que haber. El informe dice si coincide.</source>
        <translation>Count without seeing what there should be. The report tells whether it agrees.</translation>
    </message>
    <message>
        <source>Fondo inicial</source>
        <translation>Opening float</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Nota (opcional)</source>
        <translation>Note (optional)</translation>
    </message>
    <message>
        <source>Por ejemplo: vuelto mal dado</source>
        <translation>For example: wrong change given</translation>
    </message>
    <message>
        <source>Siguiente</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Tendría que haber</source>
        <translation>There should be</translation>
    </message>
    <message>
        <source>Todavía no</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Todavía no contaste.</source>
        <translation>You haven’t counted yet.</translation>
    </message>
    <message>
        <source>Ver</source>
        <translation>View</translation>
    </message>
    <message>
        <source>faltante</source>
        <translation>short</translation>
    </message>
    <message>
        <source>sobrante</source>
        <translation>over</translation>
    </message>
    <message>
        <source>{register} cerrada · {difference} · Cierre {number}</source>
        <translation>{register} closed · {difference} · Close {number}</translation>
    </message>
</context>
<context>
    <name>CodesEdit</name>
    <message>
        <source>Escaneá o escribí un código y Enter</source>
        <translation>Scan or write a code and Enter</translation>
    </message>
    <message>
        <source>Quitar el código {code}</source>
        <translation>Remove the code {code}</translation>
    </message>
</context>
<context>
    <name>ColumnsList</name>
    <message>
        <source>Columna {title}</source>
        <translation>Column {title}</translation>
    </message>
    <message>
        <source>No se trae</source>
        <translation>Not brought in</translation>
    </message>
</context>
<context>
    <name>CountGrid</name>
    <message>
        <source>Billete</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Billetes de {note}</source>
        <translation>Notes of {note}</translation>
    </message>
    <message>
        <source>Cuántos</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>Monedas</source>
        <translation>Coins</translation>
    </message>
    <message>
        <source>Monedas: {problem}</source>
        <translation>Coins: {problem}</translation>
    </message>
    <message>
        <source>Son demasiados billetes de {note}. ¿Escaneaste un código? Borralo.</source>
        <translation>Those are too many notes of {note}. Did you scan a code? Delete it.</translation>
    </message>
    <message>
        <source>Suman</source>
        <translation>They add up to</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>Cantidad</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Descuento</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>En espera</source>
        <translation>On hold</translation>
    </message>
    <message>
        <source>En espera ({n})</source>
        <translation>On hold ({n})</translation>
    </message>
    <message>
        <source>Escaneá un producto</source>
        <translation>Scan a product</translation>
    </message>
    <message>
        <source>O escribí su nombre. Con 3* antes del código llevás tres.</source>
        <translation>Or write its name. With 3* before the code you take three.</translation>
    </message>
    <message>
        <source>Otro precio</source>
        <translation>Another price</translation>
    </message>
    <message>
        <source>Precio</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Quitar</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Todavía no hay productos: el primero lo creás al escanearlo.</source>
        <translation>There are no products yet: you create the first one by scanning it.</translation>
    </message>
    <message>
        <source>Venta</source>
        <translation>Sale</translation>
    </message>
</context>
<context>
    <name>DamagedWindow</name>
    <message>
        <source>Buscando la última copia buena…</source>
        <translation>Looking for the last good backup…</translation>
    </message>
    <message>
        <source>Busqué en {places}. Si están en un pendrive, enchufalo y elegila.</source>
        <translation>I looked in {places}. If they are on a stick, plug it in and choose it.</translation>
    </message>
    <message>
        <source>Copias de Kioskifly (*.db *.kfly)</source>
        <translation>Kioskifly backups (*.db *.kfly)</translation>
    </message>
    <message>
        <source>El negocio no se puede abrir</source>
        <translation>The shop can’t be opened</translation>
    </message>
    <message>
        <source>Elegir otra copia…</source>
        <translation>Choose another backup…</translation>
    </message>
    <message>
        <source>Elegir una copia</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>Empezar de cero</source>
        <translation>Start from scratch</translation>
    </message>
    <message>
        <source>Guardar informe…</source>
        <translation>Save report…</translation>
    </message>
    <message>
        <source>La última copia buena es del {moment}.</source>
        <translation>The last good backup is of {moment}.</translation>
    </message>
    <message>
        <source>No encuentro ninguna copia buena.</source>
        <translation>I can’t find any good backup.</translation>
    </message>
    <message>
        <source>Restaurar esa copia…</source>
        <translation>Restore that backup…</translation>
    </message>
    <message>
        <source>Salir</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Tiene clave: te la va a pedir.</source>
        <translation>It has a passphrase: it will ask you for it.</translation>
    </message>
    <message>
        <source>Todos los archivos (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>{shop}. Clientes: {clients}. Ventas: {sales}.</source>
        <translation>{shop}. Clients: {clients}. Sales: {sales}.</translation>
    </message>
</context>
<context>
    <name>DateRange</name>
    <message>
        <source>Desde</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Hasta</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Ver todo</source>
        <translation>See everything</translation>
    </message>
    <message>
        <source>dd/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
</context>
<context>
    <name>DaysEdit</name>
    <message>
        <source>Desde</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Hasta</source>
        <translation>To</translation>
    </message>
    <message>
        <source>dd/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
</context>
<context>
    <name>DebtActs</name>
    <message>
        <source>Dar por incobrable</source>
        <translation>Write off</translation>
    </message>
    <message>
        <source>Disputa resuelta · Saldo: {balance}</source>
        <translation>Dispute settled · Balance: {balance}</translation>
    </message>
    <message>
        <source>El saldo no cambia, pero hasta resolverlo no cuenta para el límite ni el plazo, no se reclama ni se actualiza.</source>
        <translation>The balance doesn’t change, but until it is settled it doesn’t count for the limit nor the term, it isn’t claimed nor updated.</translation>
    </message>
    <message>
        <source>En disputa: no cuenta para el límite ni se reclama.</source>
        <translation>In dispute: it doesn’t count for the limit nor is it claimed.</translation>
    </message>
    <message>
        <source>La cuenta de {name} queda al día y queda como pérdida. Si paga, anulalo.</source>
        <translation>{name}’s account is settled and it stays as a loss. If they pay, void it.</translation>
    </message>
    <message>
        <source>Marcar</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>Marcar en disputa…</source>
        <translation>Mark as in dispute…</translation>
    </message>
    <message>
        <source>No se debe</source>
        <translation>Not owed</translation>
    </message>
    <message>
        <source>Resolver: no se debe…</source>
        <translation>Settle: not owed…</translation>
    </message>
    <message>
        <source>Resolver: se debe…</source>
        <translation>Settle: owed…</translation>
    </message>
    <message>
        <source>Se debe</source>
        <translation>Owed</translation>
    </message>
    <message>
        <source>Se descuenta lo que queda de eso. Si la mercadería no salió, ajustá el stock.</source>
        <translation>What is left of it is taken off. If the goods didn’t leave, adjust the stock.</translation>
    </message>
    <message>
        <source>Se marcó por: {reason}.</source>
        <translation>It was marked because: {reason}.</translation>
    </message>
    <message>
        <source>Vuelve a contar como antes.</source>
        <translation>It counts again as before.</translation>
    </message>
    <message>
        <source>{amount} dado por incobrable.</source>
        <translation>{amount} written off.</translation>
    </message>
    <message>
        <source>¿Dar por incobrable {amount}?</source>
        <translation>Write off {amount}?</translation>
    </message>
    <message>
        <source>¿Marcar en disputa {what}?</source>
        <translation>Mark {what} as in dispute?</translation>
    </message>
    <message>
        <source>¿No se debe {what}?</source>
        <translation>Is {what} not owed?</translation>
    </message>
    <message>
        <source>¿Se debe {what}?</source>
        <translation>Is {what} owed?</translation>
    </message>
</context>
<context>
    <name>DebtSection</name>
    <message>
        <source>Días de gracia</source>
        <translation>Days of grace</translation>
    </message>
    <message>
        <source>Fiado a precio de hoy</source>
        <translation>Debt at today’s prices</translation>
    </message>
    <message>
        <source>Guardado.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Llevar las deudas a precio de hoy</source>
        <translation>Bring debts to today’s prices</translation>
    </message>
    <message>
        <source>Lo comprado hace menos días queda como se anotó.</source>
        <translation>What was bought fewer days ago stays as it was entered.</translation>
    </message>
    <message>
        <source>Lo más que sube, sobre lo que costó el día que lo llevó.</source>
        <translation>The most it goes up, over what it cost the day they took it.</translation>
    </message>
    <message>
        <source>Lo que falta pagar se cobra a lo que cuesta hoy, también si bajó. De fábrica no: hay que acordarlo con el cliente antes, y la Ley 24.240 pide decirle todo lo que va a pagar. Nunca pasa solo: se mira renglón por renglón, lo aplica administración, se imprime y se puede anular.</source>
        <translation>What is left to pay is charged at what it costs today, also if it fell. As supplied, no: agree it with the client first, and Ley 24.240 asks to tell them all they will pay. It never happens by itself: it is looked at line by line, applied by an administrator, printed, and can be voided.</translation>
    </message>
    <message>
        <source>Probá con 30 %.</source>
        <translation>Try 30 %.</translation>
    </message>
    <message>
        <source>Tope</source>
        <translation>Cap</translation>
    </message>
    <message>
        <source>inflación aumento actualizar fiado deuda</source>
        <translation>inflation increase update account debt</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Cerrar (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>Los montos están tapados</source>
        <translation>Amounts are hidden</translation>
    </message>
    <message>
        <source>Mostrar los montos</source>
        <translation>Show amounts</translation>
    </message>
    <message>
        <source>{key} los muestra.</source>
        <translation>{key} shows them.</translation>
    </message>
</context>
<context>
    <name>DrawerButton</name>
    <message>
        <source>No hay ningún cajón</source>
        <translation>There is no drawer</translation>
    </message>
    <message>
        <source>{drawer} cerrada: abrila</source>
        <translation>{drawer} closed: open it</translation>
    </message>
</context>
<context>
    <name>DrawerDialog</name>
    <message>
        <source>A mano</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>Abrir el cajón</source>
        <translation>Open the drawer</translation>
    </message>
    <message>
        <source>Aperturas del cajón</source>
        <translation>Drawer openings</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Con un cobro</source>
        <translation>With a charge</translation>
    </message>
    <message>
        <source>Cómo</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Fecha</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Las de cada cobro en efectivo y las que se hicieron a mano.</source>
        <translation>Those of each cash charge and those made by hand.</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Quién</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Se abre solo al cobrar en efectivo si la impresora tiene cajón.</source>
        <translation>It opens by itself on a cash charge if the printer has a drawer.</translation>
    </message>
    <message>
        <source>Todavía no se abrió</source>
        <translation>It hasn’t been opened yet</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Buscando…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>Cliente</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Clientes repetidos</source>
        <translation>Duplicate clients</translation>
    </message>
    <message>
        <source>La cuenta de {kept} sigue, y queda: {standing}. {merged} pasa a archivados con su historial. No se puede deshacer.</source>
        <translation>{kept}’s account goes on, and stands at: {standing}. {merged} goes to archived with their history. It can’t be undone.</translation>
    </message>
    <message>
        <source>Listo</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Ninguno repetido</source>
        <translation>No duplicates</translation>
    </message>
    <message>
        <source>No hay clientes que parezcan el mismo.</source>
        <translation>No clients look like the same one.</translation>
    </message>
    <message>
        <source>No son el mismo</source>
        <translation>They are not the same</translation>
    </message>
    <message>
        <source>Podría ser</source>
        <translation>Might be</translation>
    </message>
    <message>
        <source>Por documento, por teléfono y por nombre parecido. Nada se une solo.</source>
        <translation>By document, by phone and by similar name. Nothing is merged by itself.</translation>
    </message>
    <message>
        <source>Por qué</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Unir</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>{merged} y {kept} son uno: {kept}.</source>
        <translation>{merged} and {kept} are one: {kept}.</translation>
    </message>
    <message>
        <source>¿Unir a {merged} con {kept}?</source>
        <translation>Merge {merged} with {kept}?</translation>
    </message>
</context>
<context>
    <name>ExampleBar</name>
    <message>
        <source>Empezar con mi kiosco</source>
        <translation>Start with my shop</translation>
    </message>
    <message>
        <source>Estás viendo datos de ejemplo</source>
        <translation>You are looking at example data</translation>
    </message>
    <message>
        <source>Nada de lo que hagas acá toca tu kiosco.</source>
        <translation>Nothing you do here touches your shop.</translation>
    </message>
</context>
<context>
    <name>ExpenseDialog</name>
    <message>
        <source>Cambiar el nombre</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>La mercadería cuesta recién al venderse; lo que retirás no es gasto.</source>
        <translation>Goods only cost when they are sold; what you withdraw is no expense.</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nuevo concepto</source>
        <translation>New expense type</translation>
    </message>
    <message>
        <source>Qué es</source>
        <translation>What it is</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Cada compra, pago y ajuste de las cuentas de clientes.</source>
        <translation>Each purchase, payment and adjustment of the clients’ accounts.</translation>
    </message>
    <message>
        <source>Cada renglón vendido o devuelto, con su comprobante.</source>
        <translation>Each line sold or returned, with its voucher.</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Formato</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Guardando {name}…</source>
        <translation>Saving {name}…</translation>
    </message>
    <message>
        <source>Guardar en un archivo</source>
        <translation>Save to a file</translation>
    </message>
    <message>
        <source>Guardar…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Planilla (.xlsx)</source>
        <translation>Spreadsheet (.xlsx)</translation>
    </message>
    <message>
        <source>Qué lista</source>
        <translation>Which list</translation>
    </message>
    <message>
        <source>Texto (.csv)</source>
        <translation>Text (.csv)</translation>
    </message>
    <message>
        <source>Todos los clientes con sus datos y su saldo.</source>
        <translation>All clients with their data and balance.</translation>
    </message>
    <message>
        <source>Todos los productos con precio, costo y stock.</source>
        <translation>All products with price, cost and stock.</translation>
    </message>
    <message>
        <source>{name} guardado: {rows}.</source>
        <translation>{name} saved: {rows}.</translation>
    </message>
    <message>
        <source>{what} Tiene {rows}.</source>
        <translation>{what} It has {rows}.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Compró en 12 meses</source>
        <translation>Bought in 12 months</translation>
    </message>
    <message>
        <source>No debe nada</source>
        <translation>Owes nothing</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Ticket promedio</source>
        <translation>Average ticket</translation>
    </message>
    <message>
        <source>Todavía no compró con su nombre.</source>
        <translation>They haven’t bought under their name yet.</translation>
    </message>
    <message>
        <source>{purchases} desde el {day}</source>
        <translation>{purchases} since {day}</translation>
    </message>
    <message>
        <source>Última compra</source>
        <translation>Last purchase</translation>
    </message>
</context>
<context>
    <name>FirstRunDialog</name>
    <message>
        <source>Administrador</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Atrás</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Dejar para después</source>
        <translation>Leave for later</translation>
    </message>
    <message>
        <source>Impresora</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Negocio</source>
        <translation>Shop</translation>
    </message>
    <message>
        <source>Para empezar</source>
        <translation>To begin</translation>
    </message>
    <message>
        <source>Seguir</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>GoodsEdit</name>
    <message>
        <source>Hay varios: elegí uno de la lista.</source>
        <translation>There are several: choose one from the list.</translation>
    </message>
    <message>
        <source>Lo que entra</source>
        <translation>What is included</translation>
    </message>
    <message>
        <source>Nada se llama así. Probá con menos letras o con el código.</source>
        <translation>Nothing is called that. Try fewer letters or the code.</translation>
    </message>
    <message>
        <source>Nombre o código, y Enter</source>
        <translation>Name or code, and Enter</translation>
    </message>
    <message>
        <source>Producto</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Productos y rubros</source>
        <translation>Products and categories</translation>
    </message>
    <message>
        <source>Quitar</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Rubro {name}</source>
        <translation>Category {name}</translation>
    </message>
</context>
<context>
    <name>GroupDialog</name>
    <message>
        <source>Cambiar el grupo</source>
        <translation>Change the group</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nuevo grupo</source>
        <translation>New group</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>Tu PIN es otro. El código de rescate ya se usó: hacé uno en Ajustes, Personas.</source>
        <translation>You have another PIN. The rescue code was used up: make one in Settings, People.</translation>
    </message>
</context>
<context>
    <name>GuideView</name>
    <message>
        <source>Texto de la guía</source>
        <translation>Text of the guide</translation>
    </message>
</context>
<context>
    <name>HandedSums</name>
    <message>
        <source>Justo</source>
        <translation>Exact</translation>
    </message>
    <message>
        <source>Justo   {key}</source>
        <translation>Exact   {key}</translation>
    </message>
    <message>
        <source>Paga con {amount}</source>
        <translation>Pays with {amount}</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Ayuda</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Buscar en la guía</source>
        <translation>Search the guide</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Hojas de la guía</source>
        <translation>Pages of the guide</translation>
    </message>
    <message>
        <source>Ninguna hoja lo nombra. Probá con otra palabra.</source>
        <translation>No page names it. Try another word.</translation>
    </message>
    <message>
        <source>Volver a la anterior</source>
        <translation>Back to the previous one</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>Debe desde el {day}</source>
        <translation>Owes since {day}</translation>
    </message>
    <message>
        <source>En disputa: {amount}</source>
        <translation>In dispute: {amount}</translation>
    </message>
    <message>
        <source>Límite de fiado</source>
        <translation>Debt limit</translation>
    </message>
    <message>
        <source>Límite de fiado usado</source>
        <translation>Debt limit used</translation>
    </message>
    <message>
        <source>Pasó su límite por {over}.</source>
        <translation>Over their limit by {over}.</translation>
    </message>
    <message>
        <source>Puede llevar {amount} más.</source>
        <translation>Can take {amount} more.</translation>
    </message>
    <message>
        <source>Se descuenta solo en la próxima compra a cuenta.</source>
        <translation>It comes off by itself in the next purchase on account.</translation>
    </message>
    <message>
        <source>Sin límite de fiado.</source>
        <translation>No debt limit.</translation>
    </message>
    <message>
        <source>Último pago: {moment}</source>
        <translation>Last payment: {moment}</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>Acciones de {what}</source>
        <translation>Actions of {what}</translation>
    </message>
    <message>
        <source>Caja</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Debe</source>
        <translation>Owes</translation>
    </message>
    <message>
        <source>Debe {amount} de esto</source>
        <translation>Owes {amount} of this</translation>
    </message>
    <message>
        <source>Detalle</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>En disputa</source>
        <translation>In dispute</translation>
    </message>
    <message>
        <source>Fecha y hora</source>
        <translation>Date and time</translation>
    </message>
    <message>
        <source>Haber</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>Movimientos</source>
        <translation>Movements</translation>
    </message>
    <message>
        <source>Pagada</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Pagado</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Sin pagar</source>
        <translation>Unpaid</translation>
    </message>
    <message>
        <source>anulado</source>
        <translation>voided</translation>
    </message>
    <message>
        <source>en disputa</source>
        <translation>in dispute</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Clientes agregados: {n}.</source>
        <translation>Clients added: {n}.</translation>
    </message>
    <message>
        <source>Columnas del archivo</source>
        <translation>Columns of the file</translation>
    </message>
    <message>
        <source>Elegir archivo</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>Elegir el archivo</source>
        <translation>Choose the file</translation>
    </message>
    <message>
        <source>Elegir otro archivo</source>
        <translation>Choose another file</translation>
    </message>
    <message>
        <source>Elegí cuál de las columnas tiene el nombre.</source>
        <translation>Choose which column has the name.</translation>
    </message>
    <message>
        <source>Elegí el archivo</source>
        <translation>Choose the file</translation>
    </message>
    <message>
        <source>Filas que quedaron afuera: {n}.</source>
        <translation>Rows left out: {n}.</translation>
    </message>
    <message>
        <source>Guardando…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Leyendo {name}…</source>
        <translation>Reading {name}…</translation>
    </message>
    <message>
        <source>Planillas y contactos (*.xlsx *.csv *.txt *.tsv *.vcf);;Todos (*)</source>
        <translation>Spreadsheets and contacts (*.xlsx *.csv *.txt *.tsv *.vcf);;All (*)</translation>
    </message>
    <message>
        <source>Productos agregados: {n}.</source>
        <translation>Products added: {n}.</translation>
    </message>
    <message>
        <source>Revisando las filas…</source>
        <translation>Checking the rows…</translation>
    </message>
    <message>
        <source>Traer</source>
        <translation>Bring in</translation>
    </message>
    <message>
        <source>Traer 1 cliente</source>
        <translation>Bring in 1 client</translation>
    </message>
    <message>
        <source>Traer 1 producto</source>
        <translation>Bring in 1 product</translation>
    </message>
    <message>
        <source>Traer clientes</source>
        <translation>Bring in clients</translation>
    </message>
    <message>
        <source>Traer productos</source>
        <translation>Bring in products</translation>
    </message>
    <message>
        <source>Traer {n} clientes</source>
        <translation>Bring in {n} clients</translation>
    </message>
    <message>
        <source>Traer {n} productos</source>
        <translation>Bring in {n} products</translation>
    </message>
    <message>
        <source>Una planilla (.xlsx o .csv) con el nombre y, si los tiene, el código de barras, el precio, el costo, el rubro y el stock.</source>
        <translation>A spreadsheet (.xlsx or .csv) with the name and, if there are, the barcode, price, cost, category and stock.</translation>
    </message>
    <message>
        <source>Una planilla (.xlsx o .csv) o los contactos del teléfono (.vcf). Con nombre alcanza; si tiene una columna con lo que deben, queda como saldo inicial.</source>
        <translation>A spreadsheet (.xlsx or .csv) or the phone’s contacts (.vcf). A name is enough; if a column has what they owe, it becomes the opening balance.</translation>
    </message>
    <message>
        <source>{name}  ·  {rows}  ·  {how}</source>
        <translation>{name}  ·  {rows}  ·  {how}</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Apretá la tecla nueva</source>
        <translation>Press the new key</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Una tecla F, o Ctrl o Alt con otra.</source>
        <translation>An F key, or Ctrl or Alt with another one.</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Cambiar</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>De fábrica: {cap}</source>
        <translation>As supplied: {cap}</translation>
    </message>
    <message>
        <source>Dónde</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Fija</source>
        <translation>Fixed</translation>
    </message>
    <message>
        <source>Qué hace</source>
        <translation>What it does</translation>
    </message>
    <message>
        <source>Se pierden los cambios que hizo el negocio.</source>
        <translation>The changes that the shop made are lost.</translation>
    </message>
    <message>
        <source>Solo administración puede cambiar las teclas. Cambiá de usuario abajo.</source>
        <translation>Only administrators can change the keys. Switch user below.</translation>
    </message>
    <message>
        <source>Tecla</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Teclas</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Todas como de fábrica</source>
        <translation>All as supplied</translation>
    </message>
    <message>
        <source>Una letra o un número solos no pueden ser: los escribe el lector. Las fijas tampoco cambian.</source>
        <translation>A letter or a number alone can’t be: the scanner types them. Fixed ones don’t change either.</translation>
    </message>
    <message>
        <source>Volver a la de fábrica</source>
        <translation>Back to the one supplied</translation>
    </message>
    <message>
        <source>Volver a las de fábrica</source>
        <translation>Back to those supplied</translation>
    </message>
    <message>
        <source>{words}: ahora con {cap}.</source>
        <translation>{words}: now with {cap}.</translation>
    </message>
    <message>
        <source>¿Todas las teclas como de fábrica?</source>
        <translation>All keys as supplied?</translation>
    </message>
</context>
<context>
    <name>Letter</name>
    <message>
        <source>Enviados</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Mandar igual</source>
        <translation>Send anyway</translation>
    </message>
    <message>
        <source>Mensaje</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Qué ver</source>
        <translation>What to see</translation>
    </message>
    <message>
        <source>WhatsApp se abre con {number}</source>
        <translation>WhatsApp opens with {number}</translation>
    </message>
    <message>
        <source>{words}: sobran {over}</source>
        <translation>{words}: {over} too many</translation>
    </message>
</context>
<context>
    <name>LineDialog</name>
    <message>
        <source>Aceptar</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Entrar</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>Hay una venta sin cobrar.</source>
        <translation>There is a sale not charged.</translation>
    </message>
    <message>
        <source>Me olvidé el PIN</source>
        <translation>I forgot my PIN</translation>
    </message>
    <message>
        <source>PIN de {name}</source>
        <translation>{name}’s PIN</translation>
    </message>
    <message>
        <source>entrar</source>
        <translation>log in</translation>
    </message>
    <message>
        <source>otra persona</source>
        <translation>another person</translation>
    </message>
</context>
<context>
    <name>LogoCard</name>
    <message>
        <source>Así saldría impreso. Ninguna impresora lo imprime: editala y marcá «Imprimir el logo».</source>
        <translation>It would be printed like this. No printer prints it: edit one and tick “Print the logo”.</translation>
    </message>
    <message>
        <source>Así sale impreso.</source>
        <translation>It is printed like this.</translation>
    </message>
    <message>
        <source>El logo como sale impreso</source>
        <translation>The logo as it is printed</translation>
    </message>
    <message>
        <source>Elegir el logo</source>
        <translation>Choose the logo</translation>
    </message>
    <message>
        <source>Elegir imagen…</source>
        <translation>Choose image…</translation>
    </message>
    <message>
        <source>Imágenes (*.png *.jpg *.jpeg *.bmp *.gif *.webp)</source>
        <translation>Images (*.png *.jpg *.jpeg *.bmp *.gif *.webp)</translation>
    </message>
    <message>
        <source>Logo del ticket</source>
        <translation>Logo of the ticket</translation>
    </message>
    <message>
        <source>Logo guardado.</source>
        <translation>Logo saved.</translation>
    </message>
    <message>
        <source>Logo quitado.</source>
        <translation>Logo removed.</translation>
    </message>
    <message>
        <source>Quitar</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Va arriba de cada papel, en blanco y negro, hasta {width} por {height}.</source>
        <translation>It goes at the top of each paper, in black and white, up to {width} by {height}.</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Claro</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Colores</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Como el sistema</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>De fábrica 100 %: entra más en la pantalla. Agrandalo si lo leés desde lejos o te cuesta.</source>
        <translation>As supplied, 100 %: more fits on the screen. Make it larger if you read it from afar or find it hard.</translation>
    </message>
    <message>
        <source>De fábrica solo los avisos, un código desconocido o algo que no se pudo: quien escanea mira el producto y no la pantalla. Con todos, suenan también los cobros y los pagos.</source>
        <translation>As supplied, only warnings, an unknown code or something that couldn’t be done: who scans looks at the product and not at the screen. With all, charges and payments sound too.</translation>
    </message>
    <message>
        <source>De fábrica, como el sistema: claro de día y oscuro de noche donde la computadora lo cambia sola.</source>
        <translation>As supplied, as the system: light by day and dark by night where the computer changes it by itself.</translation>
    </message>
    <message>
        <source>Escuchar</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Idioma</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Ninguno</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Oscuro</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Solo de las pantallas: los tickets, los mensajes y las planillas siguen en castellano.</source>
        <translation>Only of the screens: tickets, messages and spreadsheets stay in Spanish.</translation>
    </message>
    <message>
        <source>Solo los avisos</source>
        <translation>Only warnings</translation>
    </message>
    <message>
        <source>Sonidos</source>
        <translation>Sounds</translation>
    </message>
    <message>
        <source>Tamaño del texto</source>
        <translation>Size of the text</translation>
    </message>
    <message>
        <source>Todos</source>
        <translation>All</translation>
    </message>
    <message>
        <source>apariencia tema noche día modo negro</source>
        <translation>look theme night day mode black</translation>
    </message>
    <message>
        <source>letra grande chica agrandar zoom fuente vista lentes</source>
        <translation>letter large small enlarge zoom font sight glasses</translation>
    </message>
    <message>
        <source>ruido volumen pitido bip silencio parlante</source>
        <translation>noise volume beep silence speaker</translation>
    </message>
</context>
<context>
    <name>MeansSection</name>
    <message>
        <source>Adónde va cada medio</source>
        <translation>Where each method goes</translation>
    </message>
    <message>
        <source>En cada mostrador, el efectivo va al cajón abierto ahí.</source>
        <translation>At each counter, cash goes to the drawer open there.</translation>
    </message>
    <message>
        <source>Es la caja que se propone al cobrar; ahí se puede elegir otra. De fábrica, la primera que recibe ese medio: con varias, elegí la que usás.</source>
        <translation>It is the register proposed when charging; another can be chosen there. As supplied, the first one that takes that method: with several, choose the one you use.</translation>
    </message>
    <message>
        <source>No hay ninguna caja para este medio</source>
        <translation>There is no register for this method</translation>
    </message>
    <message>
        <source>{means} va a {register}.</source>
        <translation>{means} goes to {register}.</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Abrir WhatsApp</source>
        <translation>Open WhatsApp</translation>
    </message>
    <message>
        <source>Copiar</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copiar el mensaje</source>
        <translation>Copy the message</translation>
    </message>
    <message>
        <source>Desde cuándo</source>
        <translation>Since when</translation>
    </message>
    <message>
        <source>Desde que debe</source>
        <translation>Since they owe</translation>
    </message>
    <message>
        <source>Es largo para abrirlo en WhatsApp: acortalo, o copialo y pegalo.</source>
        <translation>It is long to open in WhatsApp: shorten it, or copy and paste it.</translation>
    </message>
    <message>
        <source>Escribir de nuevo</source>
        <translation>Write again</translation>
    </message>
    <message>
        <source>Mandar igual</source>
        <translation>Send anyway</translation>
    </message>
    <message>
        <source>Marcar enviado</source>
        <translation>Mark as sent</translation>
    </message>
    <message>
        <source>Mensaje copiado.</source>
        <translation>Message copied.</translation>
    </message>
    <message>
        <source>No se pudo abrir WhatsApp: copiá el mensaje y pegalo en el chat.</source>
        <translation>WhatsApp couldn’t be opened: copy the message and paste it in the chat.</translation>
    </message>
    <message>
        <source>Parte anterior</source>
        <translation>Previous part</translation>
    </message>
    <message>
        <source>Parte siguiente</source>
        <translation>Next part</translation>
    </message>
    <message>
        <source>Parte {part} de {parts}</source>
        <translation>Part {part} of {parts}</translation>
    </message>
    <message>
        <source>Parte {part} de {parts}, ya abierta</source>
        <translation>Part {part} of {parts}, already opened</translation>
    </message>
    <message>
        <source>Quedó anotado como enviado.</source>
        <translation>It is noted as sent.</translation>
    </message>
    <message>
        <source>Se pierde lo que cambiaste de este mensaje.</source>
        <translation>What you changed of this message is lost.</translation>
    </message>
    <message>
        <source>Todo</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Tono</source>
        <translation>Tone</translation>
    </message>
    <message>
        <source>WhatsApp se abre con {number}, el de su ficha.</source>
        <translation>WhatsApp opens with {number}, the one in their record.</translation>
    </message>
    <message>
        <source>¿Escribirlo de nuevo?</source>
        <translation>Write it again?</translation>
    </message>
</context>
<context>
    <name>NotebookDialog</name>
    <message>
        <source>Autoriza {name}, hasta que cierres el cuaderno.</source>
        <translation>Authorised by {name}, until you close the notebook.</translation>
    </message>
    <message>
        <source>Cliente nuevo.</source>
        <translation>New client.</translation>
    </message>
    <message>
        <source>Debe</source>
        <translation>Owes</translation>
    </message>
    <message>
        <source>Desde</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Deshacer la última</source>
        <translation>Undo the last one</translation>
    </message>
    <message>
        <source>El primer renglón</source>
        <translation>The first line</translation>
    </message>
    <message>
        <source>Escribí nombre, monto y desde cuándo. Cada renglón queda guardado.</source>
        <translation>Write name, amount and since when. Each line is saved.</translation>
    </message>
    <message>
        <source>Hay {n} con ese nombre: va a ser otro más.</source>
        <translation>There are {n} with that name: this will be one more.</translation>
    </message>
    <message>
        <source>Listo</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Lo que debe cada uno hasta hoy queda como saldo inicial de su cuenta.</source>
        <translation>What each one owes until today becomes their account’s opening balance.</translation>
    </message>
    <message>
        <source>Mal pasado del cuaderno</source>
        <translation>Entered wrong from the notebook</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Pasado</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>Pasar el cuaderno</source>
        <translation>Enter the notebook</translation>
    </message>
    <message>
        <source>Queda</source>
        <translation>Stands at</translation>
    </message>
    <message>
        <source>Renglones pasados</source>
        <translation>Lines entered</translation>
    </message>
    <message>
        <source>Ya es cliente: {standing}. Se suma a su cuenta.</source>
        <translation>Already a client: {standing}. It is added to their account.</translation>
    </message>
    <message>
        <source>al campo que sigue, y a otro renglón</source>
        <translation>to the next field, and to another line</translation>
    </message>
    <message>
        <source>dd/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>en {n} renglones</source>
        <translation>in {n} lines</translation>
    </message>
    <message>
        <source>en {n} renglón</source>
        <translation>in {n} line</translation>
    </message>
</context>
<context>
    <name>OfferButton</name>
    <message>
        <source>Oferta para el cliente</source>
        <translation>Offer for the client</translation>
    </message>
</context>
<context>
    <name>OfferDialog</name>
    <message>
        <source> Acá falta dibujar algún emoji: en WhatsApp se ve bien.</source>
        <translation> An emoji can’t be drawn here: in WhatsApp it looks right.</translation>
    </message>
    <message>
        <source>Abrir WhatsApp</source>
        <translation>Open WhatsApp</translation>
    </message>
    <message>
        <source>Buscando qué ofrecerle…</source>
        <translation>Looking for something to offer…</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Copiar</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copiar el mensaje</source>
        <translation>Copy the message</translation>
    </message>
    <message>
        <source>El mensaje está listo.</source>
        <translation>The message is ready.</translation>
    </message>
    <message>
        <source>En Venta se aplica sola hasta el {day}.</source>
        <translation>At the sale it applies by itself until {day}.</translation>
    </message>
    <message>
        <source>Escribiendo…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>Lo cambiaste vos.</source>
        <translation>You changed it.</translation>
    </message>
    <message>
        <source>Marcar enviada</source>
        <translation>Mark as sent</translation>
    </message>
    <message>
        <source>Mensaje copiado.</source>
        <translation>Message copied.</translation>
    </message>
    <message>
        <source>No hay oferta</source>
        <translation>There is no offer</translation>
    </message>
    <message>
        <source>No la mandé</source>
        <translation>I didn’t send it</translation>
    </message>
    <message>
        <source>No se pudo abrir WhatsApp. Copiá el mensaje y pegalo ahí.</source>
        <translation>WhatsApp couldn’t be opened. Copy the message and paste it there.</translation>
    </message>
    <message>
        <source>Oferta para {name}</source>
        <translation>Offer for {name}</translation>
    </message>
    <message>
        <source>Oferta para {name} guardada como enviada.</source>
        <translation>Offer for {name} kept as sent.</translation>
    </message>
    <message>
        <source>Otra versión</source>
        <translation>Another version</translation>
    </message>
    <message>
        <source>Revisalo antes de mandarlo: sale de tu WhatsApp cuando vos lo mandás.</source>
        <translation>Read it before you send it: it leaves from your WhatsApp when you send it.</translation>
    </message>
    <message>
        <source>Se abrió WhatsApp. Cuando lo mandes, marcalo enviado.</source>
        <translation>WhatsApp was opened. When you send it, mark it as sent.</translation>
    </message>
    <message>
        <source>Si la mandaste, queda en el historial y su descuento se aplica en Venta.</source>
        <translation>If you sent it, it stays in the history and its discount is applied at the sale.</translation>
    </message>
    <message>
        <source>Sí, la mandé</source>
        <translation>Yes, I sent it</translation>
    </message>
    <message>
        <source>Tocá «Mandar igual» si igual querés mandarlo.</source>
        <translation>Press “Send anyway” if you want to send it all the same.</translation>
    </message>
    <message>
        <source>¿La mandaste?</source>
        <translation>Did you send it?</translation>
    </message>
</context>
<context>
    <name>OpenSessionDialog</name>
    <message>
        <source>Abrir caja</source>
        <translation>Open register</translation>
    </message>
    <message>
        <source>Abrir {register}</source>
        <translation>Open {register}</translation>
    </message>
    <message>
        <source>Coincide con lo que tendría que haber.</source>
        <translation>It agrees with what there should be.</translation>
    </message>
    <message>
        <source>Contá la plata que hay en el cajón y escribí cuánta es.</source>
        <translation>Count the money in the drawer and write how much it is.</translation>
    </message>
    <message>
        <source>Fondo inicial</source>
        <translation>Opening float</translation>
    </message>
    <message>
        <source>Tendría que haber {amount}.</source>
        <translation>There should be {amount}.</translation>
    </message>
    <message>
        <source>{difference}: tendría que haber {amount}. Queda anotado.</source>
        <translation>{difference}: there should be {amount}. It is noted.</translation>
    </message>
    <message>
        <source>{register} abierta con {amount}.</source>
        <translation>{register} opened with {amount}.</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Enviado a la impresora.</source>
        <translation>Sent to the printer.</translation>
    </message>
</context>
<context>
    <name>ParkedDialog</name>
    <message>
        <source>De quién</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>Descartar</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Enter retoma la elegida, Supr la descarta.</source>
        <translation>Enter resumes the chosen one, Del discards it.</translation>
    </message>
    <message>
        <source>Hora</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Productos</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>Retomar</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Ventas en espera</source>
        <translation>Sales on hold</translation>
    </message>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>{whose}: {total} que no se cobraron.</source>
        <translation>{whose}: {total} not charged.</translation>
    </message>
    <message>
        <source>¿Descartar esta venta?</source>
        <translation>Discard this sale?</translation>
    </message>
</context>
<context>
    <name>PassphraseCard</name>
    <message>
        <source>Clave nueva</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Dejar de usar clave</source>
        <translation>Stop using a passphrase</translation>
    </message>
    <message>
        <source>Guardar clave</source>
        <translation>Save passphrase</translation>
    </message>
    <message>
        <source>Las copias no llevan clave.</source>
        <translation>Backups have no passphrase.</translation>
    </message>
    <message>
        <source>Las próximas copias las puede leer cualquiera que las tenga. Las de antes siguen con la clave que tenían.</source>
        <translation>The next backups can be read by whoever has them. The ones before keep the passphrase they had.</translation>
    </message>
    <message>
        <source>Las próximas copias llevan clave.</source>
        <translation>The next backups have a passphrase.</translation>
    </message>
    <message>
        <source>Las próximas copias llevan esa clave. Anotala.</source>
        <translation>The next backups have that passphrase. Write it down.</translation>
    </message>
    <message>
        <source>Las próximas copias van sin clave.</source>
        <translation>The next backups have no passphrase.</translation>
    </message>
    <message>
        <source>No es igual a la de al lado.</source>
        <translation>It isn’t the same as the one beside it.</translation>
    </message>
    <message>
        <source>Otra vez</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>¿Dejar de usar clave?</source>
        <translation>Stop using a passphrase?</translation>
    </message>
</context>
<context>
    <name>PayInDialog</name>
    <message>
        <source>Entraron {amount} a {register}.</source>
        <translation>{amount} came into {register}.</translation>
    </message>
    <message>
        <source>Ingreso de plata</source>
        <translation>Cash in</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Por ejemplo: cambio del banco</source>
        <translation>For example: change from the bank</translation>
    </message>
</context>
<context>
    <name>PayOutDialog</name>
    <message>
        <source>Concepto</source>
        <translation>Expense type</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Por ejemplo: pago al sodero</source>
        <translation>For example: paid the soda man</translation>
    </message>
    <message>
        <source>Retiro de plata</source>
        <translation>Cash out</translation>
    </message>
    <message>
        <source>Salieron {amount} de {register}.</source>
        <translation>{amount} left {register}.</translation>
    </message>
</context>
<context>
    <name>PayloadDialog</name>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Esto es todo lo que recibe {where}. No van el nombre, el teléfono, el documento ni el saldo: {gap} se completa en esta computadora.</source>
        <translation>This is all that {where} receives. The name, phone, document and balance don’t go: {gap} is filled in on this computer.</translation>
    </message>
    <message>
        <source>Las instrucciones, siempre las mismas</source>
        <translation>The instructions, always the same</translation>
    </message>
    <message>
        <source>Los datos de esta oferta</source>
        <translation>The data of this offer</translation>
    </message>
    <message>
        <source>Nada: se escribe en esta computadora.</source>
        <translation>Nothing: it is written on this computer.</translation>
    </message>
    <message>
        <source>Qué se envía</source>
        <translation>What is sent</translation>
    </message>
</context>
<context>
    <name>PaymentForm</name>
    <message>
        <source>Abrir caja</source>
        <translation>Open register</translation>
    </message>
    <message>
        <source>Caja de Destino</source>
        <translation>To register</translation>
    </message>
    <message>
        <source>Después del pago queda al día.</source>
        <translation>After the payment they are settled.</translation>
    </message>
    <message>
        <source>Después del pago queda con {amount} a favor.</source>
        <translation>After the payment they are {amount} in credit.</translation>
    </message>
    <message>
        <source>Después del pago queda debiendo {amount}.</source>
        <translation>After the payment they owe {amount}.</translation>
    </message>
    <message>
        <source>Escribí el monto que entrega el cliente.</source>
        <translation>Write the amount that the client hands over.</translation>
    </message>
    <message>
        <source>Medio de pago</source>
        <translation>Payment method</translation>
    </message>
    <message>
        <source>Monto</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Nota</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Nota (opcional)</source>
        <translation>Note (optional)</translation>
    </message>
    <message>
        <source>Registrar Pago</source>
        <translation>Take Payment</translation>
    </message>
    <message>
        <source>Sumar {amount}</source>
        <translation>Add {amount}</translation>
    </message>
    <message>
        <source>Todo {amount}</source>
        <translation>All {amount}</translation>
    </message>
    <message>
        <source>{register} está cerrada: el pago no entra en ningún turno.</source>
        <translation>{register} is closed: the payment belongs to no shift.</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>1 minuto</source>
        <translation>1 minute</translation>
    </message>
    <message>
        <source>Agregar</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Bloqueo automático</source>
        <translation>Automatic lock</translation>
    </message>
    <message>
        <source>Bloqueo automático guardado.</source>
        <translation>Automatic lock saved.</translation>
    </message>
    <message>
        <source>Cambiar</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Cambiar el PIN</source>
        <translation>Change the PIN</translation>
    </message>
    <message>
        <source>Cambiar mi PIN</source>
        <translation>Change my PIN</translation>
    </message>
    <message>
        <source>Con PIN</source>
        <translation>With PIN</translation>
    </message>
    <message>
        <source>Con él entrás vos y nadie más en tu lugar.</source>
        <translation>With it you log in, and nobody else in your place.</translation>
    </message>
    <message>
        <source>Código de rescate</source>
        <translation>Rescue code</translation>
    </message>
    <message>
        <source>De fábrica, 10 minutos: alcanza para atender sin pedir el PIN a cada rato.</source>
        <translation>As supplied, 10 minutes: enough to serve without asking for the PIN all the time.</translation>
    </message>
    <message>
        <source>Desactivado</source>
        <translation>Deactivated</translation>
    </message>
    <message>
        <source>Desactivar</source>
        <translation>Deactivate</translation>
    </message>
    <message>
        <source>En el mostrador</source>
        <translation>At the counter</translation>
    </message>
    <message>
        <source>Mi PIN</source>
        <translation>My PIN</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nunca</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Para cuando un administrador se olvida el PIN: con este código se pone otro desde la pantalla bloqueada. Va en papel, en un sobre, y vale una sola vez.</source>
        <translation>For when an administrator forgets their PIN: with this code they set another one on the locked screen. It goes on paper, in an envelope, and works only once.</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Poner mi PIN</source>
        <translation>Set my PIN</translation>
    </message>
    <message>
        <source>Poner un PIN</source>
        <translation>Set a PIN</translation>
    </message>
    <message>
        <source>Quién usa el programa. Lo que hizo alguien desactivado queda a su nombre.</source>
        <translation>Who uses the program. What somebody deactivated did stays under their name.</translation>
    </message>
    <message>
        <source>Reactivar</source>
        <translation>Reactivate</translation>
    </message>
    <message>
        <source>Rol</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Se bloquea después de</source>
        <translation>It locks after</translation>
    </message>
    <message>
        <source>Si nadie toca nada, la pantalla se bloquea y pide el PIN. La venta queda.</source>
        <translation>If nobody touches anything, the screen locks and asks for the PIN. The sale stays.</translation>
    </message>
    <message>
        <source>Sin PIN</source>
        <translation>No PIN</translation>
    </message>
    <message>
        <source>Sin ningún PIN, no se bloquea.</source>
        <translation>Without any PIN, it doesn’t lock.</translation>
    </message>
    <message>
        <source>Su PIN espera hasta las {time}</source>
        <translation>Their PIN waits until {time}</translation>
    </message>
    <message>
        <source>Todavía no tenés: cualquiera puede entrar con tu nombre.</source>
        <translation>You have none yet: anybody can log in under your name.</translation>
    </message>
    <message>
        <source>Tu plan: {use}.</source>
        <translation>Your plan: {use}.</translation>
    </message>
    <message>
        <source>Ya no entra. Lo que hizo queda a su nombre, y podés reactivarlo.</source>
        <translation>They no longer log in. What they did stays under their name, and you can reactivate them.</translation>
    </message>
    <message>
        <source>Ya tenés uno.</source>
        <translation>You already have one.</translation>
    </message>
    <message>
        <source>{count} minutos</source>
        <translation>{count} minutes</translation>
    </message>
    <message>
        <source>{name} entra de nuevo.</source>
        <translation>{name} logs in again.</translation>
    </message>
    <message>
        <source>{name} ya no entra.</source>
        <translation>{name} no longer logs in.</translation>
    </message>
    <message>
        <source>¿Desactivar a {name}?</source>
        <translation>Deactivate {name}?</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Cambiar los datos</source>
        <translation>Change the data</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Los datos de {name} están guardados.</source>
        <translation>{name}’s data are saved.</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nueva persona</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Puede quedar vacío por ahora.</source>
        <translation>It can be empty for now.</translation>
    </message>
    <message>
        <source>Puede todo: precios, ajustes, personas y anulaciones.</source>
        <translation>Can do everything: prices, settings, people and voids.</translation>
    </message>
    <message>
        <source>Rol</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Vende y cobra. Lo demás lo autoriza un administrador con su PIN.</source>
        <translation>Sells and collects. The rest is authorised by an administrator with their PIN.</translation>
    </message>
</context>
<context>
    <name>PersonalDataDialog</name>
    <message>
        <source>Además hay: {parts}.</source>
        <translation>There are also: {parts}.</translation>
    </message>
    <message>
        <source>Anonimizar…</source>
        <translation>Anonymise…</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Datos de {name}</source>
        <translation>Data of {name}</translation>
    </message>
    <message>
        <source>Datos personales</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>Es del cliente: si te lo pide, se lo das gratis dentro de los 10 días (Ley 25.326). La copia lleva todo: la ficha, la cuenta, las compras y los mensajes.</source>
        <translation>It belongs to the client: if they ask for it, you give it free within 10 days (Ley 25.326). The copy has everything: the record, the account, purchases and messages.</translation>
    </message>
    <message>
        <source>Guardar una copia</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>Guardar una copia…</source>
        <translation>Save a copy…</translation>
    </message>
    <message>
        <source>No hay nada más.</source>
        <translation>There is nothing else.</translation>
    </message>
    <message>
        <source>Para leer o imprimir (*.pdf)</source>
        <translation>To read or print (*.pdf)</translation>
    </message>
    <message>
        <source>Para otro programa (*.json)</source>
        <translation>For another program (*.json)</translation>
    </message>
    <message>
        <source>También figuró como {names}.</source>
        <translation>Also known as {names}.</translation>
    </message>
    <message>
        <source>compra o devolución</source>
        <translation>purchase or return</translation>
    </message>
    <message>
        <source>compras y devoluciones</source>
        <translation>purchases and returns</translation>
    </message>
    <message>
        <source>comprobante</source>
        <translation>voucher</translation>
    </message>
    <message>
        <source>comprobantes</source>
        <translation>vouchers</translation>
    </message>
    <message>
        <source>línea de la actividad</source>
        <translation>line of activity</translation>
    </message>
    <message>
        <source>líneas de la actividad</source>
        <translation>lines of activity</translation>
    </message>
    <message>
        <source>mensaje</source>
        <translation>message</translation>
    </message>
    <message>
        <source>mensajes</source>
        <translation>messages</translation>
    </message>
    <message>
        <source>movimiento</source>
        <translation>movement</translation>
    </message>
    <message>
        <source>movimientos</source>
        <translation>movements</translation>
    </message>
    <message>
        <source>promesa</source>
        <translation>promise</translation>
    </message>
    <message>
        <source>promesas</source>
        <translation>promises</translation>
    </message>
    <message>
        <source>{name} guardado.</source>
        <translation>{name} saved.</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Cambiar el PIN</source>
        <translation>Change the PIN</translation>
    </message>
    <message>
        <source>El PIN que tenía deja de valer, y si estaba esperando entra ya.</source>
        <translation>The PIN they had no longer works, and if they were waiting they can log in now.</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>PIN de ahora</source>
        <translation>Present PIN</translation>
    </message>
    <message>
        <source>Poner un PIN</source>
        <translation>Set a PIN</translation>
    </message>
    <message>
        <source>{name} tiene otro PIN.</source>
        <translation>{name} has another PIN.</translation>
    </message>
</context>
<context>
    <name>PinFields</name>
    <message>
        <source>De {least} a {most} números.</source>
        <translation>{least} to {most} digits.</translation>
    </message>
    <message>
        <source>Es fácil de adivinar.</source>
        <translation>It is easy to guess.</translation>
    </message>
    <message>
        <source>No son iguales: repetilo.</source>
        <translation>They aren’t the same: repeat it.</translation>
    </message>
    <message>
        <source>Otra vez</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>PIN nuevo</source>
        <translation>New PIN</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Borrar el último número</source>
        <translation>Delete the last digit</translation>
    </message>
    <message>
        <source>El PIN tiene de {least} a {most} números.</source>
        <translation>The PIN has {least} to {most} digits.</translation>
    </message>
    <message>
        <source>Entrar</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>Muchos PIN equivocados: esperá {left}.</source>
        <translation>Too many wrong PINs: wait {left}.</translation>
    </message>
    <message>
        <source>Números escritos: {count}</source>
        <translation>Digits written: {count}</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
</context>
<context>
    <name>PlanSection</name>
    <message>
        <source>Cambiar de plan</source>
        <translation>Change plan</translation>
    </message>
    <message>
        <source>Cargar</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>Clave del plan</source>
        <translation>Key of the plan</translation>
    </message>
    <message>
        <source>El negocio tiene el plan {name}.</source>
        <translation>The shop has the {name} plan.</translation>
    </message>
    <message>
        <source>La clave te la da quien te vendió Kioskifly, y reemplaza a la anterior.</source>
        <translation>The key comes from who sold you Kioskifly, and replaces the previous one.</translation>
    </message>
    <message>
        <source>Lo que ya cargaste sigue andando siempre, aunque el plan venza.</source>
        <translation>What you already entered always goes on working, even if the plan expires.</translation>
    </message>
    <message>
        <source>Pegala tal como te llegó. No hace falta internet.</source>
        <translation>Paste it just as it came. No internet is needed.</translation>
    </message>
    <message>
        <source>Plan {name}</source>
        <translation>{name} plan</translation>
    </message>
    <message>
        <source>Sin vencimiento</source>
        <translation>No expiry</translation>
    </message>
    <message>
        <source>Tu plan</source>
        <translation>Your plan</translation>
    </message>
    <message>
        <source>Vence el {day}</source>
        <translation>Expires on {day}</translation>
    </message>
    <message>
        <source>{feature}: no incluida</source>
        <translation>{feature}: not included</translation>
    </message>
    <message>
        <source>{use}: completo</source>
        <translation>{use}: full</translation>
    </message>
</context>
<context>
    <name>PointsDialog</name>
    <message>
        <source>Corregir</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Cuándo</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Movimientos</source>
        <translation>Movements</translation>
    </message>
    <message>
        <source>Puntos</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Puntos corregidos. {name}: {points}.</source>
        <translation>Points corrected. {name}: {points}.</translation>
    </message>
    <message>
        <source>Queda en el registro de actividad.</source>
        <translation>It is kept in the activity log.</translation>
    </message>
    <message>
        <source>Quedaron</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Quitar</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Qué fue</source>
        <translation>What it was</translation>
    </message>
    <message>
        <source>Qué se hace</source>
        <translation>What is done</translation>
    </message>
    <message>
        <source>Sumar</source>
        <translation>Add</translation>
    </message>
</context>
<context>
    <name>PointsPanel</name>
    <message>
        <source>Canjear puntos</source>
        <translation>Redeem points</translation>
    </message>
    <message>
        <source>Canjear {words}</source>
        <translation>Redeem {words}</translation>
    </message>
    <message>
        <source>Debe {points}</source>
        <translation>Owes {points}</translation>
    </message>
    <message>
        <source>Esta compra suma {points}</source>
        <translation>This purchase earns {points}</translation>
    </message>
    <message>
        <source>Tiene {points}</source>
        <translation>Has {points}</translation>
    </message>
    <message>
        <source>{points} son {amount}</source>
        <translation>{points} are {amount}</translation>
    </message>
</context>
<context>
    <name>PointsSection</name>
    <message>
        <source>2 es el doble; 1, como siempre.</source>
        <translation>2 is double; 1, as usual.</translation>
    </message>
    <message>
        <source>Agregar</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Borrar</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Cada compra de un cliente suma, y los puntos pagan parte de otra.</source>
        <translation>Each purchase of a client earns, and points pay for part of another.</translation>
    </message>
    <message>
        <source>El día del cumpleaños, por</source>
        <translation>On the birthday, times</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Los clientes suman puntos</source>
        <translation>Clients earn points</translation>
    </message>
    <message>
        <source>Meses; 0 es nunca.</source>
        <translation>Months; 0 is never.</translation>
    </message>
    <message>
        <source>Producto</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Productos que suman más, siempre o por unos días.</source>
        <translation>Products that earn more, always or for some days.</translation>
    </message>
    <message>
        <source>Puntos</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Puntos extra</source>
        <translation>Extra points</translation>
    </message>
    <message>
        <source>Puntos guardados.</source>
        <translation>Points saved.</translation>
    </message>
    <message>
        <source>Puntos por unidad</source>
        <translation>Points per piece</translation>
    </message>
    <message>
        <source>Puntos.</source>
        <translation>Points.</translation>
    </message>
    <message>
        <source>Rubros que no cuentan</source>
        <translation>Categories that don’t count</translation>
    </message>
    <message>
        <source>Se canjean desde</source>
        <translation>Redeemable from</translation>
    </message>
    <message>
        <source>Separados con comas. La ley no deja premiar el tabaco.</source>
        <translation>Separated by commas. The law doesn’t let tobacco be rewarded.</translation>
    </message>
    <message>
        <source>Un punto cada</source>
        <translation>A point for every</translation>
    </message>
    <message>
        <source>Un punto vale</source>
        <translation>A point is worth</translation>
    </message>
    <message>
        <source>Vencen a los</source>
        <translation>They expire after</translation>
    </message>
    <message>
        <source>siempre</source>
        <translation>always</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Armando la vista previa…</source>
        <translation>Preparing the preview…</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Columnas</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Columnas del papel</source>
        <translation>Columns of the paper</translation>
    </message>
    <message>
        <source>Como ticket</source>
        <translation>As a ticket</translation>
    </message>
    <message>
        <source>En hoja A4</source>
        <translation>On an A4 sheet</translation>
    </message>
    <message>
        <source>Guardado en {path}</source>
        <translation>Saved in {path}</translation>
    </message>
    <message>
        <source>Guardando…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Guardar PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>PriceChangeDialog</name>
    <message>
        <source>A $ 1</source>
        <translation>To $ 1</translation>
    </message>
    <message>
        <source>A $ 10</source>
        <translation>To $ 10</translation>
    </message>
    <message>
        <source>A $ 100</source>
        <translation>To $ 100</translation>
    </message>
    <message>
        <source>A $ 50</source>
        <translation>To $ 50</translation>
    </message>
    <message>
        <source>Acá ves cada precio antes y después de cambiarlo.</source>
        <translation>Here you see each price before and after changing it.</translation>
    </message>
    <message>
        <source>Aplicar</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Aplicar a {count} producto</source>
        <translation>Apply to {count} product</translation>
    </message>
    <message>
        <source>Aplicar a {count} productos</source>
        <translation>Apply to {count} products</translation>
    </message>
    <message>
        <source>Bajan</source>
        <translation>Going down</translation>
    </message>
    <message>
        <source>Cambiar precios</source>
        <translation>Change prices</translation>
    </message>
    <message>
        <source>Cambio</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Cambió el precio de {count} producto ({percent}).</source>
        <translation>The price of {count} product changed ({percent}).</translation>
    </message>
    <message>
        <source>Cambió el precio de {count} productos ({percent}).</source>
        <translation>The price of {count} products changed ({percent}).</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Deshacer</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Deshacer ese cambio</source>
        <translation>Undo that change</translation>
    </message>
    <message>
        <source>Diferencia</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Escribí el porcentaje</source>
        <translation>Write the percentage</translation>
    </message>
    <message>
        <source>Hoy</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Los precios</source>
        <translation>The prices</translation>
    </message>
    <message>
        <source>Los precios volvieron a como estaban.</source>
        <translation>The prices are back as they were.</translation>
    </message>
    <message>
        <source>Nada cambia hasta que apliques, y después se puede deshacer.</source>
        <translation>Nothing changes until you apply it, and then it can be undone.</translation>
    </message>
    <message>
        <source>Por ejemplo: 12,5</source>
        <translation>For example: 12,5</translation>
    </message>
    <message>
        <source>Porcentaje</source>
        <translation>Percentage</translation>
    </message>
    <message>
        <source>Probá con 10 o 12,5.</source>
        <translation>Try 10 or 12,5.</translation>
    </message>
    <message>
        <source>Producto</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Proveedor</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>Queda en</source>
        <translation>Becomes</translation>
    </message>
    <message>
        <source>Redondeo</source>
        <translation>Rounding</translation>
    </message>
    <message>
        <source>Rubro</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Sin redondear</source>
        <translation>No rounding</translation>
    </message>
    <message>
        <source>Suben</source>
        <translation>Going up</translation>
    </message>
    <message>
        <source>Suben o bajan</source>
        <translation>Up or down</translation>
    </message>
    <message>
        <source>Todos</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Vista previa</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Último cambio: {percent} el {day}, {count} productos.</source>
        <translation>Last change: {percent} on {day}, {count} products.</translation>
    </message>
    <message>
        <source>Último cambio: {percent} el {day}, {count} productos. Deshecho.</source>
        <translation>Last change: {percent} on {day}, {count} products. Undone.</translation>
    </message>
</context>
<context>
    <name>PriceCheck</name>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Consultar precio</source>
        <translation>Check price</translation>
    </message>
    <message>
        <source>Escaneá el producto</source>
        <translation>Scan the product</translation>
    </message>
    <message>
        <source>Ningún producto tiene el código {code}</source>
        <translation>No product has the code {code}</translation>
    </message>
    <message>
        <source>hay {level}</source>
        <translation>there are {level}</translation>
    </message>
    <message>
        <source>por kg</source>
        <translation>per kg</translation>
    </message>
    <message>
        <source>ya no se vende</source>
        <translation>no longer sold</translation>
    </message>
</context>
<context>
    <name>PriceHistoryDialog</name>
    <message>
        <source>Antes</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Cada cambio queda anotado acá, con quién lo hizo y cuándo.</source>
        <translation>Each change is kept here, with who made it and when.</translation>
    </message>
    <message>
        <source>Cambio</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>El precio nunca cambió</source>
        <translation>The price never changed</translation>
    </message>
    <message>
        <source>Fecha y hora</source>
        <translation>Date and time</translation>
    </message>
    <message>
        <source>Historia de precios</source>
        <translation>Price history</translation>
    </message>
    <message>
        <source>Precio</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Precios anteriores</source>
        <translation>Previous prices</translation>
    </message>
    <message>
        <source>Quién</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>{name}  ·  hoy {price}</source>
        <translation>{name}  ·  today {price}</translation>
    </message>
</context>
<context>
    <name>PriceListDialog</name>
    <message>
        <source>Agregar</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Cambiar la lista</source>
        <translation>Change the list</translation>
    </message>
    <message>
        <source>Con precio propio</source>
        <translation>With its own price</translation>
    </message>
    <message>
        <source>Elegí el producto.</source>
        <translation>Choose the product.</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nueva lista de precios</source>
        <translation>New price list</translation>
    </message>
    <message>
        <source>Precio</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Precio en la lista</source>
        <translation>Price in the list</translation>
    </message>
    <message>
        <source>Quitar</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Sobre el precio de venta, %</source>
        <translation>On the selling price, %</translation>
    </message>
    <message>
        <source>−10 es un diez por ciento más barato; 5, un cinco más caro.</source>
        <translation>−10 is ten per cent cheaper; 5, five dearer.</translation>
    </message>
</context>
<context>
    <name>PrinterDialog</name>
    <message>
        <source>Agregar impresora</source>
        <translation>Add printer</translation>
    </message>
    <message>
        <source>Ancho del papel</source>
        <translation>Width of the paper</translation>
    </message>
    <message>
        <source>Cajón de dinero</source>
        <translation>Cash drawer</translation>
    </message>
    <message>
        <source>Casi todos los cajones usan el pin 2.</source>
        <translation>Nearly all drawers use pin 2.</translation>
    </message>
    <message>
        <source>Conexión</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>Copias de cada comprobante</source>
        <translation>Copies of each voucher</translation>
    </message>
    <message>
        <source>Corta el papel</source>
        <translation>Cuts the paper</translation>
    </message>
    <message>
        <source>Dibuja los códigos QR ella misma</source>
        <translation>Draws QR codes itself</translation>
    </message>
    <message>
        <source>Editar impresora</source>
        <translation>Edit printer</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Impresora «{name}» guardada. Probala con la página de prueba.</source>
        <translation>Printer “{name}” saved. Try it with the test page.</translation>
    </message>
    <message>
        <source>Imprimir el logo</source>
        <translation>Print the logo</translation>
    </message>
    <message>
        <source>Imprimí la página de prueba y elegí el renglón que se vea bien.</source>
        <translation>Print the test page and choose the line that looks right.</translation>
    </message>
    <message>
        <source>Modelo</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Número de página</source>
        <translation>Page number</translation>
    </message>
    <message>
        <source>Otra, a mano</source>
        <translation>Another, by hand</translation>
    </message>
    <message>
        <source>Por ejemplo: Ticketera del mostrador</source>
        <translation>For example: Counter printer</translation>
    </message>
    <message>
        <source>Página de códigos</source>
        <translation>Code page</translation>
    </message>
    <message>
        <source>Sin acentos</source>
        <translation>Without accents</translation>
    </message>
</context>
<context>
    <name>PrinterStep</name>
    <message>
        <source>Cómo está conectada la impresora</source>
        <translation>How the printer is connected</translation>
    </message>
    <message>
        <source>Dejar de esperar</source>
        <translation>Stop waiting</translation>
    </message>
    <message>
        <source>Dejar la que tengo</source>
        <translation>Keep the one I have</translation>
    </message>
    <message>
        <source>Fijate que la regla ocupe una línea justa y se lean la ñ y los acentos.</source>
        <translation>See that the ruler takes just one line and the ñ and the accents can be read.</translation>
    </message>
    <message>
        <source>Imprimir la prueba</source>
        <translation>Print the test</translation>
    </message>
    <message>
        <source>Imprimir otra vez</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>No tengo impresora</source>
        <translation>I have no printer</translation>
    </message>
    <message>
        <source>Papel y modelo</source>
        <translation>Paper and model</translation>
    </message>
    <message>
        <source>Prendela y enchufala: imprimimos una hoja de prueba para ver si sale bien.</source>
        <translation>Turn it on and plug it in: we print a test sheet to see if it comes out right.</translation>
    </message>
    <message>
        <source>Si el tuyo no está, elegí por el ancho del rollo: 80 mm o 58 mm.</source>
        <translation>If yours isn’t there, choose by the width of the roll: 80 mm or 58 mm.</translation>
    </message>
    <message>
        <source>Si no salió nada, revisá el cable, el papel y la tapa. Si salió cortado o con signos raros, probá con otro modelo. También podés seguir sin impresora.</source>
        <translation>If nothing came out, check the cable, the paper and the cover. If it came out cut or with strange signs, try another model. You can also go on without a printer.</translation>
    </message>
    <message>
        <source>Sí, salió bien</source>
        <translation>Yes, it came out right</translation>
    </message>
    <message>
        <source>Ticketera</source>
        <translation>Receipt printer</translation>
    </message>
    <message>
        <source>Todavía no salió</source>
        <translation>It hasn’t come out yet</translation>
    </message>
    <message>
        <source>Todo se registra igual, y los comprobantes se ven en la pantalla y se guardan en PDF. Cuando tengas una, agregala en Ajustes, Impresora.</source>
        <translation>Everything is registered all the same, and vouchers are seen on the screen and saved as PDF. When you have one, add it in Settings, Printer.</translation>
    </message>
    <message>
        <source>Ya está cargada «{name}». La podés cambiar en Ajustes, Impresora.</source>
        <translation>“{name}” is already there. You can change it in Settings, Printer.</translation>
    </message>
    <message>
        <source>{trouble}. Cuando se arregle, sale sola.</source>
        <translation>{trouble}. When it is fixed, it comes out by itself.</translation>
    </message>
    <message>
        <source>¿Salió bien?</source>
        <translation>Did it come out right?</translation>
    </message>
    <message>
        <source>¿Tenés impresora de tickets?</source>
        <translation>Do you have a receipt printer?</translation>
    </message>
</context>
<context>
    <name>PrintersSection</name>
    <message>
        <source>Agregar impresora</source>
        <translation>Add printer</translation>
    </message>
    <message>
        <source>Buscar impresoras</source>
        <translation>Find printers</translation>
    </message>
    <message>
        <source>Editar {name}</source>
        <translation>Edit {name}</translation>
    </message>
    <message>
        <source>Los pagos se registran igual. Agregala para que los comprobantes salgan solos.</source>
        <translation>Payments are registered all the same. Add it so that vouchers come out by themselves.</translation>
    </message>
    <message>
        <source>Página de prueba</source>
        <translation>Test page</translation>
    </message>
    <message>
        <source>Página de prueba enviada a «{name}». Fijate el ancho y los acentos.</source>
        <translation>Test page sent to “{name}”. Look at the width and the accents.</translation>
    </message>
    <message>
        <source>Quitar</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Quitar {name}</source>
        <translation>Remove {name}</translation>
    </message>
    <message>
        <source>Solo administración puede cambiar las impresoras. Cambiá de usuario abajo.</source>
        <translation>Only administrators can change printers. Switch user below.</translation>
    </message>
    <message>
        <source>Todavía no hay impresora</source>
        <translation>There is no printer yet</translation>
    </message>
    <message>
        <source>«{name}» deja de usarse. Lo que esté por imprimir sale por otra.</source>
        <translation>“{name}” is no longer used. What is to be printed comes out of another one.</translation>
    </message>
    <message>
        <source>¿Quitar la impresora?</source>
        <translation>Remove the printer?</translation>
    </message>
</context>
<context>
    <name>ProbeStrip</name>
    <message>
        <source>Le queda poco papel.</source>
        <translation>It has little paper left.</translation>
    </message>
    <message>
        <source>No se pudo probar</source>
        <translation>It couldn’t be tested</translation>
    </message>
    <message>
        <source>Probando…</source>
        <translation>Testing…</translation>
    </message>
    <message>
        <source>Probar conexión</source>
        <translation>Test connection</translation>
    </message>
    <message>
        <source>Puede tardar unos segundos.</source>
        <translation>It may take a few seconds.</translation>
    </message>
</context>
<context>
    <name>ProductForm</name>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>0,000 kg</source>
        <translation>0,000 kg</translation>
    </message>
    <message>
        <source>A la venta</source>
        <translation>On sale</translation>
    </message>
    <message>
        <source>Cada venta lo descuenta.</source>
        <translation>Each sale takes it off.</translation>
    </message>
    <message>
        <source>Cerrar sin guardar</source>
        <translation>Close without saving</translation>
    </message>
    <message>
        <source>Costo</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>Códigos de barras</source>
        <translation>Barcodes</translation>
    </message>
    <message>
        <source>Cómo se vende</source>
        <translation>How it is sold</translation>
    </message>
    <message>
        <source>Desde ahí, avisa que hay poco.</source>
        <translation>From there on, it warns that there is little.</translation>
    </message>
    <message>
        <source>Editar producto</source>
        <translation>Edit product</translation>
    </message>
    <message>
        <source>Escribí el precio.</source>
        <translation>Write the price.</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Llevar el stock</source>
        <translation>Track the stock</translation>
    </message>
    <message>
        <source>Lo que te cobra el proveedor.</source>
        <translation>What the supplier charges you.</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nuevo producto</source>
        <translation>New product</translation>
    </message>
    <message>
        <source>Por kilo</source>
        <translation>By kilo</translation>
    </message>
    <message>
        <source>Por unidad</source>
        <translation>By piece</translation>
    </message>
    <message>
        <source>Precio</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Precio por kilo</source>
        <translation>Price per kilo</translation>
    </message>
    <message>
        <source>Proveedor</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>Quedan {left}.</source>
        <translation>{left} left.</translation>
    </message>
    <message>
        <source>Rubro</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Se pierde lo que cambiaste de este producto.</source>
        <translation>What you changed of this product is lost.</translation>
    </message>
    <message>
        <source>Se vende</source>
        <translation>For sale</translation>
    </message>
    <message>
        <source>Sin tildar, deja de aparecer al vender.</source>
        <translation>Unticked, it no longer appears when selling.</translation>
    </message>
    <message>
        <source>Solo administración ve los costos.</source>
        <translation>Only administrators see costs.</translation>
    </message>
    <message>
        <source>Stock inicial</source>
        <translation>Initial stock</translation>
    </message>
    <message>
        <source>Stock mínimo</source>
        <translation>Minimum stock</translation>
    </message>
    <message>
        <source>{name} quedó guardado.</source>
        <translation>{name} is saved.</translation>
    </message>
    <message>
        <source>¿Cerrar sin guardar?</source>
        <translation>Close without saving?</translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>Acá quedan los productos que dejes de vender.</source>
        <translation>The products you stop selling stay here.</translation>
    </message>
    <message>
        <source>Buscar productos</source>
        <translation>Find products</translation>
    </message>
    <message>
        <source>Cambiar precios</source>
        <translation>Change prices</translation>
    </message>
    <message>
        <source>Crealo ahora: el código queda puesto. También con Enter otra vez.</source>
        <translation>Create it now: the code is already there. Also with Enter again.</translation>
    </message>
    <message>
        <source>Crear producto con este código   {key}</source>
        <translation>Create product with this code   {key}</translation>
    </message>
    <message>
        <source>Escaneá el primero en el buscador, o cargalo a mano.</source>
        <translation>Scan the first one in the search, or enter it by hand.</translation>
    </message>
    <message>
        <source>Escaneá un código o buscá por nombre</source>
        <translation>Scan a code or search by name</translation>
    </message>
    <message>
        <source>Inactivos</source>
        <translation>Inactive</translation>
    </message>
    <message>
        <source>Nada con «{search}»</source>
        <translation>Nothing with “{search}”</translation>
    </message>
    <message>
        <source>Ningún producto está por debajo de su mínimo.</source>
        <translation>No product is below its minimum.</translation>
    </message>
    <message>
        <source>Ningún producto tiene el código {code}</source>
        <translation>No product has the code {code}</translation>
    </message>
    <message>
        <source>No hay productos en este rubro.</source>
        <translation>There are no products in this category.</translation>
    </message>
    <message>
        <source>Nuevo producto</source>
        <translation>New product</translation>
    </message>
    <message>
        <source>Poco stock</source>
        <translation>Low stock</translation>
    </message>
    <message>
        <source>Probá con menos letras, con otro rubro o con el código.</source>
        <translation>Try fewer letters, another category or the code.</translation>
    </message>
    <message>
        <source>Productos</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>Qué productos ver</source>
        <translation>Which products to see</translation>
    </message>
    <message>
        <source>Rubro</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Todavía no hay productos</source>
        <translation>There are no products yet</translation>
    </message>
    <message>
        <source>Todos</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Todos los rubros</source>
        <translation>All categories</translation>
    </message>
    <message>
        <source>{count} producto</source>
        <translation>{count} product</translation>
    </message>
    <message>
        <source>{count} productos</source>
        <translation>{count} products</translation>
    </message>
</context>
<context>
    <name>ProductsTable</name>
    <message>
        <source>Editar</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Historia de precios</source>
        <translation>Price history</translation>
    </message>
    <message>
        <source>Productos</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stock</translation>
    </message>
</context>
<context>
    <name>ProfileSection</name>
    <message>
        <source>Datos del negocio guardados.</source>
        <translation>Shop details saved.</translation>
    </message>
    <message>
        <source>El negocio, tu PIN, la impresora y por dónde empezar, de a uno.</source>
        <translation>The shop, your PIN, the printer and where to start, one by one.</translation>
    </message>
    <message>
        <source>Primeros pasos</source>
        <translation>First steps</translation>
    </message>
    <message>
        <source>Sale impreso arriba de cada comprobante. Cada dato queda guardado al pasar al otro.</source>
        <translation>It is printed at the top of each voucher. Each field is saved when you go on to the next.</translation>
    </message>
    <message>
        <source>Solo administración puede cambiar estos datos. Cambiá de usuario abajo.</source>
        <translation>Only administrators can change this. Switch user below.</translation>
    </message>
    <message>
        <source>Ver los primeros pasos</source>
        <translation>See the first steps</translation>
    </message>
</context>
<context>
    <name>ProgramSection</name>
    <message>
        <source>Abrir el registro</source>
        <translation>Open the log</translation>
    </message>
    <message>
        <source>Abrir la página de descarga</source>
        <translation>Open the download page</translation>
    </message>
    <message>
        <source>Cada parte tiene su licencia.</source>
        <translation>Each part has its own licence.</translation>
    </message>
    <message>
        <source>De fábrica no. Si no hay internet, no pasa nada.</source>
        <translation>As supplied, it doesn’t. Without the internet nothing happens.</translation>
    </message>
    <message>
        <source>El informe junta en un archivo las versiones, lo elegido en Ajustes, la revisión de los libros y los últimos errores, sin datos de nadie. Lo ves entero antes de guardarlo, y lo mandás vos a quien te ayuda.</source>
        <translation>The report gathers in one file the versions, what is chosen in Settings, the check of the books and the last errors, with nobody’s data. You see all of it before you save it, and you yourself send it to whoever helps you.</translation>
    </message>
    <message>
        <source>Esta versión</source>
        <translation>This version</translation>
    </message>
    <message>
        <source>Está hecho con {parts}.</source>
        <translation>It is made with {parts}.</translation>
    </message>
    <message>
        <source>Guardado.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Guardar informe de problema…</source>
        <translation>Save problem report…</translation>
    </message>
    <message>
        <source>La pregunta no dice nada de tu negocio ni qué versión tenés, y no se hace mientras vendés. Nunca se baja ni se instala nada solo.</source>
        <translation>The question says nothing about your shop or which version you have, and isn’t asked while you sell. Nothing is ever downloaded or installed by itself.</translation>
    </message>
    <message>
        <source>La última vez que se preguntó, {when}, no hubo respuesta.</source>
        <translation>The last time it asked, {when}, there was no answer.</translation>
    </message>
    <message>
        <source>No hay ninguna más nueva. Última vez que se preguntó: {when}.</source>
        <translation>There is none newer. Last asked: {when}.</translation>
    </message>
    <message>
        <source>No se pudo abrir el navegador. La dirección es {page}</source>
        <translation>The browser could not be opened. The address is {page}</translation>
    </message>
    <message>
        <source>Preguntando…</source>
        <translation>Asking…</translation>
    </message>
    <message>
        <source>Preguntar ahora</source>
        <translation>Ask now</translation>
    </message>
    <message>
        <source>Preguntar una vez por día si hay una versión nueva</source>
        <translation>Ask once a day whether there is a new version</translation>
    </message>
    <message>
        <source>Si algo anda mal</source>
        <translation>If something goes wrong</translation>
    </message>
    <message>
        <source>Todavía no se preguntó.</source>
        <translation>It hasn’t asked yet.</translation>
    </message>
    <message>
        <source>Versiones nuevas</source>
        <translation>New versions</translation>
    </message>
    <message>
        <source>actualización actualizar update internet</source>
        <translation>update upgrade internet</translation>
    </message>
    <message>
        <source>error falla soporte ayuda bug zip</source>
        <translation>error fault support help bug zip</translation>
    </message>
    <message>
        <source>log errores</source>
        <translation>log errors</translation>
    </message>
</context>
<context>
    <name>ProgressPane</name>
    <message>
        <source>1 fila</source>
        <translation>1 row</translation>
    </message>
    <message>
        <source>Avance</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Cancelando…</source>
        <translation>Cancelling…</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{done} de {total} filas</source>
        <translation>{done} of {total} rows</translation>
    </message>
    <message>
        <source>{n} filas</source>
        <translation>{n} rows</translation>
    </message>
</context>
<context>
    <name>PromiseDialog</name>
    <message>
        <source>Anotar promesa</source>
        <translation>Note a promise</translation>
    </message>
    <message>
        <source>Debe {amount}.</source>
        <translation>Owes {amount}.</translation>
    </message>
    <message>
        <source>El viernes</source>
        <translation>On Friday</translation>
    </message>
    <message>
        <source>En una semana</source>
        <translation>In a week</translation>
    </message>
    <message>
        <source>Fin de mes</source>
        <translation>End of the month</translation>
    </message>
    <message>
        <source>Lo que prometió antes</source>
        <translation>What they promised before</translation>
    </message>
    <message>
        <source>Mañana</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>Monto</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Nota</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Pagó</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Para cuándo</source>
        <translation>For when</translation>
    </message>
    <message>
        <source>Para el</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Por ejemplo: cuando cobra</source>
        <translation>For example: when they get paid</translation>
    </message>
    <message>
        <source>Promesa de pago</source>
        <translation>Payment promise</translation>
    </message>
    <message>
        <source>Promesa quitada.</source>
        <translation>Promise removed.</translation>
    </message>
    <message>
        <source>Promesas anteriores</source>
        <translation>Previous promises</translation>
    </message>
    <message>
        <source>Prometió</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>Quedó</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Quitar la pendiente</source>
        <translation>Remove the pending one</translation>
    </message>
    <message>
        <source>dd/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>{name} prometió {amount} para el {day}.</source>
        <translation>{name} promised {amount} for {day}.</translation>
    </message>
    <message>
        <source>{promise} La nueva va en su lugar.</source>
        <translation>{promise} The new one takes its place.</translation>
    </message>
</context>
<context>
    <name>PromotionDialog</name>
    <message>
        <source>1: cada una; 2: la segunda.</source>
        <translation>1: each one; 2: the second.</translation>
    </message>
    <message>
        <source>Así sale en el ticket: «2x1 en alfajores».</source>
        <translation>It is on the ticket like this: “2x1 en alfajores”.</translation>
    </message>
    <message>
        <source>Cambiar la promoción</source>
        <translation>Change the promotion</translation>
    </message>
    <message>
        <source>Clientes</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Combo</source>
        <translation>Combo</translation>
    </message>
    <message>
        <source>Descuento</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>Descuento %</source>
        <translation>Discount %</translation>
    </message>
    <message>
        <source>En la unidad n.º</source>
        <translation>On piece number</translation>
    </message>
    <message>
        <source>Grupo {name}</source>
        <translation>Group {name}</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>La promoción {name} está guardada.</source>
        <translation>The promotion {name} is saved.</translation>
    </message>
    <message>
        <source>Llevando</source>
        <translation>Taking</translation>
    </message>
    <message>
        <source>Llevá y pagá</source>
        <translation>Take and pay</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nueva promoción</source>
        <translation>New promotion</translation>
    </message>
    <message>
        <source>Para quién</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Precio del combo</source>
        <translation>Price of the combo</translation>
    </message>
    <message>
        <source>Qué clase de promoción</source>
        <translation>What kind of promotion</translation>
    </message>
    <message>
        <source>Se pagan</source>
        <translation>They pay for</translation>
    </message>
    <message>
        <source>Todos</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>PromotionsSection</name>
    <message>
        <source>Agregar</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Borrar</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Cambiar</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Clientes</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>En marcha</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Grupo</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Grupos de clientes</source>
        <translation>Client groups</translation>
    </message>
    <message>
        <source>Lista</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Listas de precios</source>
        <translation>Price lists</translation>
    </message>
    <message>
        <source>No se aplica más. Los tickets que la nombran quedan como están.</source>
        <translation>It no longer applies. Tickets that name it stay as they are.</translation>
    </message>
    <message>
        <source>Otro precio para algunos clientes: se elige en la ficha de cada uno.</source>
        <translation>Another price for some clients: chosen in each one’s record.</translation>
    </message>
    <message>
        <source>Pausada</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Pausar</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Por empezar</source>
        <translation>Upcoming</translation>
    </message>
    <message>
        <source>Promociones</source>
        <translation>Promotions</translation>
    </message>
    <message>
        <source>Promoción</source>
        <translation>Promotion</translation>
    </message>
    <message>
        <source>Quitar</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Reanudar</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Se aplican solas al vender. Cada unidad lleva su descuento o una promoción, lo que más le convenga al cliente.</source>
        <translation>They apply by themselves when selling. Each piece has its discount or a promotion, whichever suits the client best.</translation>
    </message>
    <message>
        <source>Sobre el precio</source>
        <translation>On the price</translation>
    </message>
    <message>
        <source>Terminó</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Vecinos, docentes, mayoristas: cada cliente se suma al grupo en su ficha.</source>
        <translation>Neighbours, teachers, wholesalers: each client is added to the group in their record.</translation>
    </message>
    <message>
        <source>¿Quitar «{name}»?</source>
        <translation>Remove “{name}”?</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Escribí el motivo.</source>
        <translation>Type the reason.</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>QueueDialog</name>
    <message>
        <source>1 comprobante sin imprimir</source>
        <translation>1 voucher not printed</translation>
    </message>
    <message>
        <source>1 intento</source>
        <translation>1 attempt</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Descartar</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Los comprobantes que falten salir van a aparecer acá.</source>
        <translation>Vouchers still to be printed will show up here.</translation>
    </message>
    <message>
        <source>Por imprimir</source>
        <translation>To print</translation>
    </message>
    <message>
        <source>Reimprimir</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>Reintentar</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>Sí, salió</source>
        <translation>Yes, it printed</translation>
    </message>
    <message>
        <source>Todo impreso</source>
        <translation>All printed</translation>
    </message>
    <message>
        <source>copia {number}</source>
        <translation>copy {number}</translation>
    </message>
    <message>
        <source>el cajón por abrir</source>
        <translation>drawer to open</translation>
    </message>
    <message>
        <source>se ven {shown}</source>
        <translation>showing {shown}</translation>
    </message>
    <message>
        <source>{count} comprobantes sin imprimir</source>
        <translation>{count} vouchers not printed</translation>
    </message>
    <message>
        <source>{count} intentos</source>
        <translation>{count} attempts</translation>
    </message>
    <message>
        <source>«{title}» sale de la lista. La plata y los saldos no cambian.</source>
        <translation>“{title}” leaves the list. Money and balances don’t change.</translation>
    </message>
    <message>
        <source>¿Descartar sin imprimir?</source>
        <translation>Discard without printing?</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Ajustes</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Cajas</source>
        <translation>Registers</translation>
    </message>
    <message>
        <source>Clientes</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Hoy</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Informes</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Productos</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>Venta</source>
        <translation>Sale</translation>
    </message>
</context>
<context>
    <name>RegisterDialog</name>
    <message>
        <source>Caja «{name}» guardada.</source>
        <translation>Register “{name}” saved.</translation>
    </message>
    <message>
        <source>Cambiar el nombre</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>El tipo no se puede cambiar después.</source>
        <translation>The type can’t be changed later.</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Nombre</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nueva caja</source>
        <translation>New register</translation>
    </message>
    <message>
        <source>Por ejemplo: Caja 1</source>
        <translation>For example: Register 1</translation>
    </message>
    <message>
        <source>Tipo</source>
        <translation>Type</translation>
    </message>
</context>
<context>
    <name>RegisterList</name>
    <message>
        <source>Cajas</source>
        <translation>Registers</translation>
    </message>
</context>
<context>
    <name>RegistersPage</name>
    <message>
        <source>Archivadas</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>Archivar</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Caja «{name}» archivada.</source>
        <translation>Register “{name}” archived.</translation>
    </message>
    <message>
        <source>Caja «{name}» en uso otra vez.</source>
        <translation>Register “{name}” in use again.</translation>
    </message>
    <message>
        <source>Cajas</source>
        <translation>Registers</translation>
    </message>
    <message>
        <source>Cambiar el nombre</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Cerrada</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Concepto</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Deshacer</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>En uso</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Fecha</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Los pagos que recibas en esta caja van a aparecer acá.</source>
        <translation>Payments you take in this register will show up here.</translation>
    </message>
    <message>
        <source>Monto</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Movimientos de la caja</source>
        <translation>Register movements</translation>
    </message>
    <message>
        <source>No hay cajas archivadas</source>
        <translation>No archived registers</translation>
    </message>
    <message>
        <source>Nueva caja</source>
        <translation>New register</translation>
    </message>
    <message>
        <source>Quién</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Qué cajas ver</source>
        <translation>Registers shown</translation>
    </message>
    <message>
        <source>Saldo</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Todavía no hay movimientos</source>
        <translation>No movements yet</translation>
    </message>
    <message>
        <source>Una caja se puede archivar cuando su saldo es cero.</source>
        <translation>A register can be archived once its balance is zero.</translation>
    </message>
    <message>
        <source>Volver a usar</source>
        <translation>Use again</translation>
    </message>
    <message>
        <source>{kind} · Abierta</source>
        <translation>{kind} · Open</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Abrir la carpeta</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Avance</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Con tus palabras: qué hacías y qué viste. Sin nombres de clientes.</source>
        <translation>In your own words: what you were doing and what you saw. No names of clients.</translation>
    </message>
    <message>
        <source>Guardado en {path}. Mandaselo a quien te ayuda con el programa.</source>
        <translation>Saved in {path}. Send it to whoever helps you with the program.</translation>
    </message>
    <message>
        <source>Guardar el informe</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>Guardar…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Informe de problema</source>
        <translation>Problem report</translation>
    </message>
    <message>
        <source>Juntando los datos y revisando los libros…</source>
        <translation>Gathering the data and checking the books…</translation>
    </message>
    <message>
        <source>No revisar los libros</source>
        <translation>Don’t check the books</translation>
    </message>
    <message>
        <source>Queda en un archivo tuyo: el programa no lo manda a nadie. No lleva nombres, teléfonos, documentos, deudas ni ventas de nadie, ni claves ni PIN.</source>
        <translation>It stays in a file of yours: the program sends it to nobody. It holds nobody’s names, phones, documents, debts or sales, and no keys or PINs.</translation>
    </message>
    <message>
        <source>Todo lo que se guarda</source>
        <translation>All that is saved</translation>
    </message>
    <message>
        <source>¿Qué pasó?</source>
        <translation>What happened?</translation>
    </message>
</context>
<context>
    <name>ReportList</name>
    <message>
        <source>Informes</source>
        <translation>Reports</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Lo que dice el informe</source>
        <translation>What the report says</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Beancount (*.beancount)</source>
        <translation>Beancount (*.beancount)</translation>
    </message>
    <message>
        <source>De muchas ventas tarda unos segundos.</source>
        <translation>With many sales it takes a few seconds.</translation>
    </message>
    <message>
        <source>De qué cuenta</source>
        <translation>For which account</translation>
    </message>
    <message>
        <source>De qué días</source>
        <translation>For which days</translation>
    </message>
    <message>
        <source>Guardar el informe</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>Guardar…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Informes</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Leyendo…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Lo principal, en la ticketera</source>
        <translation>The main part, on the receipt printer</translation>
    </message>
    <message>
        <source>No hay nada en estos días</source>
        <translation>Nothing on these days</translation>
    </message>
    <message>
        <source>Otros días</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Planilla (*.xlsx)</source>
        <translation>Spreadsheet (*.xlsx)</translation>
    </message>
    <message>
        <source>Planilla, texto o PDF</source>
        <translation>Spreadsheet, text or PDF</translation>
    </message>
    <message>
        <source>Probá con otros días u otro informe.</source>
        <translation>Try other days or another report.</translation>
    </message>
    <message>
        <source>Texto (*.csv)</source>
        <translation>Text (*.csv)</translation>
    </message>
    <message>
        <source>hledger (*.journal)</source>
        <translation>hledger (*.journal)</translation>
    </message>
    <message>
        <source>{name} guardado.</source>
        <translation>{name} saved.</translation>
    </message>
</context>
<context>
    <name>RescueCodeCard</name>
    <message>
        <source>Hacer el código…</source>
        <translation>Make the code…</translation>
    </message>
    <message>
        <source>Hacer otro…</source>
        <translation>Make another…</translation>
    </message>
    <message>
        <source>Hay uno, hecho el {date}.</source>
        <translation>There is one, made on {date}.</translation>
    </message>
    <message>
        <source>Todavía no hay.</source>
        <translation>There is none yet.</translation>
    </message>
    <message>
        <source>Todavía no hay: si el único administrador se olvida el PIN, no entra.</source>
        <translation>There is none yet: if the only administrator forgets their PIN, they can’t get in.</translation>
    </message>
    <message>
        <source>olvidé olvido perdí clave contraseña recuperar entrar</source>
        <translation>forgot forgotten lost password key recover reset log in</translation>
    </message>
</context>
<context>
    <name>RescueCodeDialog</name>
    <message>
        <source>Anotalo y guardalo en un sobre, no en la computadora. Con él un administrador que se olvidó el PIN se pone otro. Vale una sola vez, y no se vuelve a mostrar.</source>
        <translation>Write it down and keep it in an envelope, not in the computer. With it an administrator who forgot their PIN sets another one. It works only once, and isn’t shown again.</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Copiado</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Copiar</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Código de rescate</source>
        <translation>Rescue code</translation>
    </message>
    <message>
        <source>Hacer el código</source>
        <translation>Make the code</translation>
    </message>
    <message>
        <source>Se muestra una sola vez: tené a mano con qué anotarlo.</source>
        <translation>It is shown only once: have something to write it down with.</translation>
    </message>
    <message>
        <source>Se muestra una sola vez: tené a mano con qué anotarlo. El código de antes deja de valer.</source>
        <translation>It is shown only once: have something to write it down with. The former code stops working.</translation>
    </message>
    <message>
        <source>Tu PIN</source>
        <translation>Your PIN</translation>
    </message>
    <message>
        <source>Ya lo anoté</source>
        <translation>I wrote it down</translation>
    </message>
</context>
<context>
    <name>RescueDialog</name>
    <message>
        <source>16 letras y números, con guiones o sin ellos.</source>
        <translation>16 letters and numbers, with or without hyphens.</translation>
    </message>
    <message>
        <source>Cambiar el PIN</source>
        <translation>Change the PIN</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Con el código de rescate que guardaste te ponés otro PIN.</source>
        <translation>With the rescue code that you kept you set another PIN.</translation>
    </message>
    <message>
        <source>Código de rescate</source>
        <translation>Rescue code</translation>
    </message>
    <message>
        <source>Escribí el código.</source>
        <translation>Type the code.</translation>
    </message>
    <message>
        <source>Me olvidé el PIN</source>
        <translation>I forgot my PIN</translation>
    </message>
    <message>
        <source>Nadie hizo un código de rescate, o ya se usó. Otro administrador te puede cambiar el PIN en Ajustes, Personas. Si no hay otro, queda volver a una copia.</source>
        <translation>Nobody made a rescue code, or it was used up. Another administrator can change your PIN in Settings, People. If there is none, what is left is going back to a backup.</translation>
    </message>
    <message>
        <source>Volver</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Abrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Clave de la copia</source>
        <translation>Backup passphrase</translation>
    </message>
    <message>
        <source>Clientes</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Esta copia tiene clave. Escribila para ver qué tiene.</source>
        <translation>This backup has a passphrase. Type it to see what it holds.</translation>
    </message>
    <message>
        <source>La que tenía el negocio cuando se hizo.</source>
        <translation>The one the shop had when it was made.</translation>
    </message>
    <message>
        <source>Leyendo la copia…</source>
        <translation>Reading the backup…</translation>
    </message>
    <message>
        <source>Lo que se registró después de esta copia no está en ella. El archivo de ahora se guarda al lado, con otro nombre. Los PIN vuelven a ser los de ese día.</source>
        <translation>Anything registered after this backup is not in it. The current file is kept beside it, under another name. PINs go back to those of that day.</translation>
    </message>
    <message>
        <source>Negocio</source>
        <translation>Shop</translation>
    </message>
    <message>
        <source>Ninguno</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Restaurar</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Restaurar una copia</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>Ventas</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>Último movimiento</source>
        <translation>Last movement</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cuenta de un cliente…</source>
        <translation>A client’s account…</translation>
    </message>
    <message>
        <source>Cuenta de {client}</source>
        <translation>{client}’s account</translation>
    </message>
    <message>
        <source>Cuánto vuelve de {name}</source>
        <translation>How much {name} comes back</translation>
    </message>
    <message>
        <source>Devolución de {number}</source>
        <translation>Return of {number}</translation>
    </message>
    <message>
        <source>Devolución sin ticket</source>
        <translation>Return without ticket</translation>
    </message>
    <message>
        <source>Devolución {number} por {total}</source>
        <translation>Return {number} for {total}</translation>
    </message>
    <message>
        <source>Devolver</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Elegí cuánto vuelve de cada producto.</source>
        <translation>Choose how much of each product comes back.</translation>
    </message>
    <message>
        <source>La plata vuelve a</source>
        <translation>Money goes back to</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Ningún producto tiene el código {code}</source>
        <translation>No product has the code {code}</translation>
    </message>
    <message>
        <source>Por ejemplo: vencido</source>
        <translation>For example: expired</translation>
    </message>
    <message>
        <source>Revisá las cantidades: no puede volver más de lo vendido.</source>
        <translation>Check the quantities: no more than was sold can come back.</translation>
    </message>
    <message>
        <source>Vuelven {total}</source>
        <translation>{total} goes back</translation>
    </message>
    <message>
        <source>quedan {left}</source>
        <translation>{left} left</translation>
    </message>
</context>
<context>
    <name>Reversals</name>
    <message>
        <source>Anular</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Deshacer</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Deshecho en el momento</source>
        <translation>Undone on the spot</translation>
    </message>
    <message>
        <source>Movimiento anulado · Saldo: {balance}</source>
        <translation>Movement voided · Balance: {balance}</translation>
    </message>
    <message>
        <source>Se anota un movimiento contrario de {amount}.</source>
        <translation>An opposite movement of {amount} is entered.</translation>
    </message>
    <message>
        <source>¿Anular {what}?</source>
        <translation>Void {what}?</translation>
    </message>
</context>
<context>
    <name>RoutesCard</name>
    <message>
        <source>A pedido</source>
        <translation>On request</translation>
    </message>
    <message>
        <source>Automático</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>Comprobante</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>Cuándo</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Cuándo sale: {kind}</source>
        <translation>When it prints: {kind}</translation>
    </message>
    <message>
        <source>De fábrica, por la primera impresora y automático: el comprobante sale sin pedirlo. A pedido ahorra papel.</source>
        <translation>As supplied, on the first printer and automatic: the voucher prints without asking. On request saves paper.</translation>
    </message>
    <message>
        <source>Impresora de: {kind}</source>
        <translation>Printer for: {kind}</translation>
    </message>
    <message>
        <source>La primera: {name}</source>
        <translation>The first: {name}</translation>
    </message>
    <message>
        <source>Qué sale por dónde</source>
        <translation>What prints where</translation>
    </message>
    <message>
        <source>Sale por</source>
        <translation>Prints on</translation>
    </message>
</context>
<context>
    <name>SaleDialog</name>
    <message>
        <source>Anular…</source>
        <translation>Void…</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Lo que devolvió</source>
        <translation>What they returned</translation>
    </message>
    <message>
        <source>Lo que llevó</source>
        <translation>What they bought</translation>
    </message>
    <message>
        <source>Reimprimir</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>Renglones de {number}</source>
        <translation>Lines of {number}</translation>
    </message>
    <message>
        <source>Ver ticket</source>
        <translation>View ticket</translation>
    </message>
</context>
<context>
    <name>SaleLines</name>
    <message>
        <source>Anulada</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>Autorizó {user}: {reason}</source>
        <translation>Authorised by {user}: {reason}</translation>
    </message>
    <message>
        <source>Consumidor Final</source>
        <translation>Consumidor Final</translation>
    </message>
    <message>
        <source>Cuenta corriente</source>
        <translation>On account</translation>
    </message>
    <message>
        <source>Devolución</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Devuelta</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Devuelta en parte</source>
        <translation>Partly returned</translation>
    </message>
    <message>
        <source>Devuelto: {quantity}</source>
        <translation>Returned: {quantity}</translation>
    </message>
    <message>
        <source>Entregó {amount} · vuelto</source>
        <translation>Gave {amount} · change</translation>
    </message>
    <message>
        <source>Puntos canjeados</source>
        <translation>Points redeemed</translation>
    </message>
    <message>
        <source>Puntos sumados</source>
        <translation>Points earned</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>{moment} · Atendió {user}</source>
        <translation>{moment} · Served by {user}</translation>
    </message>
</context>
<context>
    <name>SaleNotice</name>
    <message>
        <source>Crear producto</source>
        <translation>Create product</translation>
    </message>
    <message>
        <source>Crear producto   {key}</source>
        <translation>Create product   {key}</translation>
    </message>
</context>
<context>
    <name>SalePage</name>
    <message>
        <source>Al cobrar, lo autoriza un administrador con su PIN.</source>
        <translation>When charging, an administrator authorises it with their PIN.</translation>
    </message>
    <message>
        <source>Cambió el precio de {names}. Mirá el total antes de cobrar.</source>
        <translation>The price of {names} has changed. Check the total before charging.</translation>
    </message>
    <message>
        <source>Ningún producto se llama «{code}».</source>
        <translation>No product is called “{code}”.</translation>
    </message>
    <message>
        <source>Ningún producto tiene el código {code}.</source>
        <translation>No product has the code {code}.</translation>
    </message>
    <message>
        <source>No hay ventas en espera.</source>
        <translation>No sales on hold.</translation>
    </message>
    <message>
        <source>Para hacer una oferta, elegí el cliente.</source>
        <translation>To make an offer, choose the client.</translation>
    </message>
    <message>
        <source>Para ver su perfil, elegí el cliente.</source>
        <translation>To see their profile, choose the client.</translation>
    </message>
    <message>
        <source>Todavía no hay nada para cobrar: escaneá un producto.</source>
        <translation>Nothing to charge yet: scan a product.</translation>
    </message>
    <message>
        <source>Venta de las {time}</source>
        <translation>Sale at {time}</translation>
    </message>
    <message>
        <source>Venta en espera. Retomala con {key}.</source>
        <translation>Sale on hold. Resume it with {key}.</translation>
    </message>
    <message>
        <source>{name}: según el libro quedan {left}. Se vende igual.</source>
        <translation>{name}: the books say {left} left. It is sold anyway.</translation>
    </message>
</context>
<context>
    <name>ScaleSection</name>
    <message>
        <source>Así se lee</source>
        <translation>How it reads</translation>
    </message>
    <message>
        <source>Balanza guardada.</source>
        <translation>Scale saved.</translation>
    </message>
    <message>
        <source>Cuántos dígitos</source>
        <translation>How many digits</translation>
    </message>
    <message>
        <source>De esos, decimales</source>
        <translation>Of those, decimals</translation>
    </message>
    <message>
        <source>Empieza con</source>
        <translation>Starts with</translation>
    </message>
    <message>
        <source>En azul y con una P el producto, en amarillo y con una V el valor; el último es el de control.</source>
        <translation>Product in blue with a P, value in yellow with a V; the last one is the check digit.</translation>
    </message>
    <message>
        <source>Es «{name}».</source>
        <translation>It is “{name}”.</translation>
    </message>
    <message>
        <source>Etiquetas de la balanza</source>
        <translation>Scale labels</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Importe</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>Ningún producto tiene ese código.</source>
        <translation>No product has that code.</translation>
    </message>
    <message>
        <source>No es de la balanza: son 13 dígitos, empiezan con {prefix} y el último controla a los otros.</source>
        <translation>Not from the scale: those have 13 digits, start with {prefix} and the last one checks the others.</translation>
    </message>
    <message>
        <source>Peso</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>Probá con una de tus etiquetas</source>
        <translation>Try one of your labels</translation>
    </message>
    <message>
        <source>Producto {code}: {value}.</source>
        <translation>Product {code}: {value}.</translation>
    </message>
    <message>
        <source>Producto: cuántos dígitos</source>
        <translation>Product: how many digits</translation>
    </message>
    <message>
        <source>Producto: desde el dígito</source>
        <translation>Product: from digit</translation>
    </message>
    <message>
        <source>Qué trae</source>
        <translation>What it holds</translation>
    </message>
    <message>
        <source>Qué trae la etiqueta</source>
        <translation>What the label holds</translation>
    </message>
    <message>
        <source>Son códigos de 13 dígitos que empiezan con 2. De fábrica, el producto en los dígitos 3 a 7 y el peso en gramos del 8 al 12, como salen casi todas. Fijate en el manual de la balanza, o copiá una etiqueta.</source>
        <translation>They are 13-digit codes starting with 2. As supplied, the product is in digits 3 to 7 and the weight in grams in 8 to 12, as on almost all of them. See the scale’s manual, or copy a label.</translation>
    </message>
    <message>
        <source>Valor: cuántos dígitos</source>
        <translation>Value: how many digits</translation>
    </message>
    <message>
        <source>Valor: desde el dígito</source>
        <translation>Value: from digit</translation>
    </message>
</context>
<context>
    <name>ScanField</name>
    <message>
        <source>Código o nombre del producto</source>
        <translation>Product code or name</translation>
    </message>
    <message>
        <source>Escaneá un código o escribí el nombre del producto</source>
        <translation>Scan a code or type the product name</translation>
    </message>
</context>
<context>
    <name>ScannerSection</name>
    <message>
        <source>, con {key} a los {late} ms</source>
        <translation>, with {key} after {late} ms</translation>
    </message>
    <message>
        <source>Caracteres, como mínimo</source>
        <translation>Characters, at least</translation>
    </message>
    <message>
        <source>Cómo se lo reconoce</source>
        <translation>How it is recognised</translation>
    </message>
    <message>
        <source>De fábrica 4: los códigos propios más cortos.</source>
        <translation>As supplied 4: the shortest in-house codes.</translation>
    </message>
    <message>
        <source>De fábrica nada. Lo que agrega después, antes del Enter.</source>
        <translation>As supplied none. What it adds after, before the Enter.</translation>
    </message>
    <message>
        <source>De fábrica nada. Lo que el lector agrega antes del código: se quita.</source>
        <translation>As supplied none. What the scanner adds before the code: it is removed.</translation>
    </message>
    <message>
        <source>En promedio, como mucho</source>
        <translation>On average, at most</translation>
    </message>
    <message>
        <source>Entre dos caracteres, como mucho</source>
        <translation>Between two characters, at most</translation>
    </message>
    <message>
        <source>Es una lectura: {code}, de {count} caracteres, {check}{end}.</source>
        <translation>It is a scan: {code}, {count} characters, {check}{end}.</translation>
    </message>
    <message>
        <source>Escribí un número de {least} a {most}.</source>
        <translation>Type a number from {least} to {most}.</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Hacé clic acá y escaneá un código</source>
        <translation>Click here and scan a code</translation>
    </message>
    <message>
        <source>Lector guardado.</source>
        <translation>Scanner saved.</translation>
    </message>
    <message>
        <source>Milisegundos. De fábrica 35: ni quien teclea rápido llega.</source>
        <translation>Milliseconds. As supplied 35: even a fast typist can’t.</translation>
    </message>
    <message>
        <source>Milisegundos. De fábrica 50: más lento, es una persona.</source>
        <translation>Milliseconds. As supplied 50: any slower is a person.</translation>
    </message>
    <message>
        <source>Muestra cada carácter, los milisegundos entre uno y otro, y cómo termina.</source>
        <translation>Shows each character, the milliseconds between them, and how it ends.</translation>
    </message>
    <message>
        <source>No es una lectura: no terminó con Enter ni Tab. Configurá el lector para que lo mande.</source>
        <translation>Not a scan: it didn’t end with Enter or Tab. Set the scanner to send it.</translation>
    </message>
    <message>
        <source>No es una lectura: no tiene ningún número.</source>
        <translation>Not a scan: it has no digits.</translation>
    </message>
    <message>
        <source>No es una lectura: pasaron {gap} ms entre dos caracteres y {average} en promedio. Si lo escribió el lector, poné un máximo más alto.</source>
        <translation>Not a scan: {gap} ms between two characters and {average} on average. If the scanner typed it, set a higher maximum.</translation>
    </message>
    <message>
        <source>No es una lectura: son {count} caracteres y el mínimo es {least}.</source>
        <translation>Not a scan: it has {count} characters and the minimum is {least}.</translation>
    </message>
    <message>
        <source>No es una lectura: {key} llegó {late} ms después. Poné un máximo más alto.</source>
        <translation>Not a scan: {key} came {late} ms later. Set a higher maximum.</translation>
    </message>
    <message>
        <source>No puede pasar el máximo.</source>
        <translation>It can’t exceed the maximum.</translation>
    </message>
    <message>
        <source>Prefijo</source>
        <translation>Prefix</translation>
    </message>
    <message>
        <source>Probar lector</source>
        <translation>Test scanner</translation>
    </message>
    <message>
        <source>Si un guion sale como otro signo, el lector está en teclado inglés.</source>
        <translation>If a hyphen comes out as another sign, the scanner is set to an English keyboard.</translation>
    </message>
    <message>
        <source>Sufijo</source>
        <translation>Suffix</translation>
    </message>
    <message>
        <source>Termina con Enter</source>
        <translation>Ends with Enter</translation>
    </message>
    <message>
        <source>Termina con Tab</source>
        <translation>Ends with Tab</translation>
    </message>
    <message>
        <source>Un lector escribe como un teclado, pero mucho más rápido que una persona. De fábrica termina con Enter o con Tab, como vienen casi todos.</source>
        <translation>A scanner types like a keyboard, but much faster than a person. As supplied it ends with Enter or Tab, as almost all do.</translation>
    </message>
    <message>
        <source>Valores de fábrica</source>
        <translation>Factory values</translation>
    </message>
    <message>
        <source>con dígito de control</source>
        <translation>with check digit</translation>
    </message>
    <message>
        <source>código propio</source>
        <translation>in-house code</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Buscar un ajuste</source>
        <translation>Search settings</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Agregar</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Buscando…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>Buscar impresoras</source>
        <translation>Find printers</translation>
    </message>
    <message>
        <source>Cerrar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>En USB y en las direcciones ya cargadas; la red no se recorre.</source>
        <translation>On USB and at the addresses already entered; the network is not scanned.</translation>
    </message>
    <message>
        <source>Enchufadas por USB</source>
        <translation>Connected by USB</translation>
    </message>
    <message>
        <source>Las del negocio</source>
        <translation>The shop’s own</translation>
    </message>
    <message>
        <source>No hay ninguna enchufada y prendida. Revisá el cable y que tenga luz.</source>
        <translation>None is connected and switched on. Check the cable and that its light is on.</translation>
    </message>
    <message>
        <source>Probando…</source>
        <translation>Testing…</translation>
    </message>
    <message>
        <source>Ya está cargada</source>
        <translation>Already added</translation>
    </message>
</context>
<context>
    <name>SearchEdit</name>
    <message>
        <source>Borrar la búsqueda</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>Buscar</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Solo administración puede cambiar estos datos. Cambiá de usuario abajo.</source>
        <translation>Only administrators can change this. Switch user below.</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>Abrir caja</source>
        <translation>Open register</translation>
    </message>
    <message>
        <source>Abrir o cerrar la caja</source>
        <translation>Open or close the register</translation>
    </message>
    <message>
        <source>Cerrar caja</source>
        <translation>Close register</translation>
    </message>
    <message>
        <source>Informe X</source>
        <translation>X report</translation>
    </message>
    <message>
        <source>Ingreso</source>
        <translation>Cash in</translation>
    </message>
    <message>
        <source>Movimientos</source>
        <translation>Movements</translation>
    </message>
    <message>
        <source>Pase</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Qué ver de la caja</source>
        <translation>Register view</translation>
    </message>
    <message>
        <source>Retiro</source>
        <translation>Cash out</translation>
    </message>
    <message>
        <source>Turnos</source>
        <translation>Shifts</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>Abierta desde el {day} a las {time}</source>
        <translation>Open since {day} at {time}</translation>
    </message>
    <message>
        <source>Abierta desde las {time}</source>
        <translation>Open since {time}</translation>
    </message>
    <message>
        <source>Coincide</source>
        <translation>Matches</translation>
    </message>
    <message>
        <source>Faltan {amount}</source>
        <translation>{amount} short</translation>
    </message>
    <message>
        <source>Hay 1 venta en espera: queda guardada para el próximo turno.</source>
        <translation>There is 1 sale on hold: it is kept for the next shift.</translation>
    </message>
    <message>
        <source>Hay {n} ventas en espera: quedan guardadas para el próximo turno.</source>
        <translation>There are {n} sales on hold: they are kept for the next shift.</translation>
    </message>
    <message>
        <source>Sobran {amount}</source>
        <translation>{amount} over</translation>
    </message>
</context>
<context>
    <name>SessionsTable</name>
    <message>
        <source>Abierta</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Cerró {name}</source>
        <translation>Closed by {name}</translation>
    </message>
    <message>
        <source>Cierre {number}</source>
        <translation>Closing {number}</translation>
    </message>
    <message>
        <source>Contado</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Cuando abras y cierres la caja, cada turno queda acá con su informe.</source>
        <translation>When you open and close the register, each shift stays here with its report.</translation>
    </message>
    <message>
        <source>Diferencia</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Esperado</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Este turno sigue abierto.</source>
        <translation>This shift is still open.</translation>
    </message>
    <message>
        <source>Quién</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Todavía no hubo turnos</source>
        <translation>No shifts yet</translation>
    </message>
    <message>
        <source>Turno</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Turnos de la caja</source>
        <translation>Register shifts</translation>
    </message>
    <message>
        <source>Ver e imprimir el cierre</source>
        <translation>View and print the closing</translation>
    </message>
    <message>
        <source>Ver el informe X</source>
        <translation>View the X report</translation>
    </message>
    <message>
        <source>desde las {start}</source>
        <translation>since {start}</translation>
    </message>
    <message>
        <source>{start} a {end} h</source>
        <translation>{start} to {end}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Actividad</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Ajustes</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Apariencia</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Balanza</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>Cajas</source>
        <translation>Registers</translation>
    </message>
    <message>
        <source>Copias</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>El programa</source>
        <translation>The program</translation>
    </message>
    <message>
        <source>Fiado</source>
        <translation>On account</translation>
    </message>
    <message>
        <source>Impresora</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Kiosk-IA</source>
        <translation>Kiosk-IA</translation>
    </message>
    <message>
        <source>Lector</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Medios de pago</source>
        <translation>Payment methods</translation>
    </message>
    <message>
        <source>Negocio</source>
        <translation>Shop</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Promociones</source>
        <translation>Promotions</translation>
    </message>
    <message>
        <source>Puntos</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Sección</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Teclas</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>acerca de versión soporte licencias</source>
        <translation>about version support licences</translation>
    </message>
    <message>
        <source>arqueo cierre turno</source>
        <translation>count closing shift till</translation>
    </message>
    <message>
        <source>atajos teclado</source>
        <translation>shortcuts keyboard</translation>
    </message>
    <message>
        <source>auditoría historial quién hizo registro</source>
        <translation>audit history who did log</translation>
    </message>
    <message>
        <source>backup respaldo resguardo seguridad</source>
        <translation>backup copy restore safety</translation>
    </message>
    <message>
        <source>deuda cuenta corriente inflación precio de hoy actualizar</source>
        <translation>debt credit account inflation today’s price update</translation>
    </message>
    <message>
        <source>escáner pistola código de barras</source>
        <translation>scanner gun reader barcode</translation>
    </message>
    <message>
        <source>fidelidad premios canje cumpleaños</source>
        <translation>loyalty rewards redeem birthday</translation>
    </message>
    <message>
        <source>inteligencia artificial ofertas mensajes</source>
        <translation>artificial intelligence ai offers messages</translation>
    </message>
    <message>
        <source>kiosco comercio datos empresa encabezado</source>
        <translation>kiosk store business details header</translation>
    </message>
    <message>
        <source>licencia suscripción límite</source>
        <translation>licence subscription limit</translation>
    </message>
    <message>
        <source>ofertas 2x1 combo descuento grupos mayorista lista de precios</source>
        <translation>offers 2x1 combo discount groups wholesale price list</translation>
    </message>
    <message>
        <source>pantalla aspecto</source>
        <translation>screen look theme</translation>
    </message>
    <message>
        <source>peso kilo etiquetas fiambre</source>
        <translation>weight kilo labels deli</translation>
    </message>
    <message>
        <source>tarjeta débito crédito transferencia qr mercado pago</source>
        <translation>card debit credit transfer qr mercado pago</translation>
    </message>
    <message>
        <source>ticketera comandera tickets papel</source>
        <translation>receipt printer thermal tickets paper</translation>
    </message>
    <message>
        <source>usuarios empleados cajeros clave pin</source>
        <translation>users staff employees cashiers password pin</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Abriendo el negocio…</source>
        <translation>Opening the shop…</translation>
    </message>
</context>
<context>
    <name>ShopStep</name>
    <message>
        <source>Los comprobantes de Kioskifly llevan la letra X: no son válidos como factura y no la reemplazan. Si te corresponde facturar una venta, también la fiada, hacé la factura aparte al momento de vender.</source>
        <translation>Kioskifly’s vouchers carry the letter X: they are not valid as an invoice and don’t replace one. If you must invoice a sale, on account or not, make the invoice separately when you sell.</translation>
    </message>
    <message>
        <source>Por ejemplo: Kiosco El Sol</source>
        <translation>For example: Kiosco El Sol</translation>
    </message>
    <message>
        <source>Solo hace falta el nombre. Lo demás sale impreso si lo completás.</source>
        <translation>Only the name is needed. The rest is printed if you fill it in.</translation>
    </message>
    <message>
        <source>¿Cómo se llama tu negocio?</source>
        <translation>What is your shop called?</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>1 producto</source>
        <translation>1 product</translation>
    </message>
    <message>
        <source>1 unidad</source>
        <translation>1 unit</translation>
    </message>
    <message>
        <source>A cuenta</source>
        <translation>On account</translation>
    </message>
    <message>
        <source>Cobrado: ticket {number}</source>
        <translation>Charged: ticket {number}</translation>
    </message>
    <message>
        <source>Cobrar</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Cobrar {total}</source>
        <translation>Charge {total}</translation>
    </message>
    <message>
        <source>Sin vuelto</source>
        <translation>No change</translation>
    </message>
    <message>
        <source>Todavía no hay nada</source>
        <translation>Nothing yet</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Vuelto del ticket {number}</source>
        <translation>Change for ticket {number}</translation>
    </message>
    <message>
        <source>descuento {saved}</source>
        <translation>discount {saved}</translation>
    </message>
    <message>
        <source>{n} productos</source>
        <translation>{n} products</translation>
    </message>
    <message>
        <source>{n} unidades</source>
        <translation>{n} units</translation>
    </message>
</context>
<context>
    <name>Sign</name>
    <message>
        <source>Lo autoriza un administrador con su PIN.</source>
        <translation>An administrator authorises it with their PIN.</translation>
    </message>
</context>
<context>
    <name>SmallForm</name>
    <message>
        <source>Guardado.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>A favor</source>
        <translation>In credit</translation>
    </message>
    <message>
        <source>Al día</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>Debe</source>
        <translation>Owes</translation>
    </message>
</context>
<context>
    <name>StartNotice</name>
    <message>
        <source>Algo salió mal en el programa y el negocio no se pudo abrir. Lo que ya estaba registrado está guardado. Probá abrirlo de nuevo; si vuelve a pasar, guardá un informe y mandalo a quien te ayuda.</source>
        <translation>Something went wrong in the program and the shop could not be opened. What was registered is saved. Try to open it again; if it happens once more, save a report and send it to whoever helps you.</translation>
    </message>
    <message>
        <source>Guardar informe…</source>
        <translation>Save report…</translation>
    </message>
    <message>
        <source>Salir</source>
        <translation>Exit</translation>
    </message>
</context>
<context>
    <name>StartStep</name>
    <message>
        <source>De una planilla o de los contactos del teléfono, con lo que te deben.</source>
        <translation>From a spreadsheet or the phone’s contacts, with what they owe you.</translation>
    </message>
    <message>
        <source>Empezar</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Empezar de cero</source>
        <translation>Start from scratch</translation>
    </message>
    <message>
        <source>Nada de esto es definitivo: también podés traer tus clientes más adelante.</source>
        <translation>None of this is final: you can also bring in your clients later.</translation>
    </message>
    <message>
        <source>Por si te olvidás el PIN, hacé tu código de rescate en Ajustes, Personas.</source>
        <translation>In case you forget your PIN, make your rescue code in Settings, People.</translation>
    </message>
    <message>
        <source>Traer mis clientes</source>
        <translation>Bring in my clients</translation>
    </message>
    <message>
        <source>Un kiosco inventado, aparte del tuyo, para probar todo sin miedo.</source>
        <translation>A made-up kiosk, apart from yours, to try everything without fear.</translation>
    </message>
    <message>
        <source>Vendé ya mismo: los productos y los clientes se cargan sobre la marcha.</source>
        <translation>Sell right away: products and clients are added as you go.</translation>
    </message>
    <message>
        <source>Ver con datos de ejemplo</source>
        <translation>Look at sample data</translation>
    </message>
    <message>
        <source>¿Cómo querés empezar?</source>
        <translation>How do you want to start?</translation>
    </message>
</context>
<context>
    <name>StatementDateDialog</name>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Día, mes y año: 05/03/2026</source>
        <translation>Day, month and year: 05/03/2026</translation>
    </message>
    <message>
        <source>Estado de cuenta desde</source>
        <translation>Account statement from</translation>
    </message>
    <message>
        <source>Fecha</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Ver estado de cuenta</source>
        <translation>View account statement</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Administración</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Bloquear</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Cajero</source>
        <translation>Cashier</translation>
    </message>
    <message>
        <source>Los comprobantes llevan la letra X: documento no válido como factura.</source>
        <translation>Vouchers carry the letter X: document not valid as an invoice.</translation>
    </message>
    <message>
        <source>No fiscal · documentos X</source>
        <translation>Non-fiscal · X documents</translation>
    </message>
    <message>
        <source>Usuario: {name}. Cambiar</source>
        <translation>User: {name}. Switch</translation>
    </message>
    <message>
        <source>Versión nueva: {version}</source>
        <translation>New version: {version}</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Siguiente</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>Paso {number} de {count}: {name}</source>
        <translation>Step {number} of {count}: {name}</translation>
    </message>
</context>
<context>
    <name>StockDialog</name>
    <message>
        <source>Ajuste</source>
        <translation>Adjustment</translation>
    </message>
    <message>
        <source>Cantidad</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Conté</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Costo, si cambió</source>
        <translation>Cost, if it changed</translation>
    </message>
    <message>
        <source>Devolución</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>El mínimo es {least}.</source>
        <translation>The minimum is {least}.</translation>
    </message>
    <message>
        <source>Fecha</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Hay que reponer.</source>
        <translation>Restock needed.</translation>
    </message>
    <message>
        <source>Lo que recibas, cuentes o vendas va a aparecer acá.</source>
        <translation>What you receive, count or sell will show up here.</translation>
    </message>
    <message>
        <source>Mercadería recibida</source>
        <translation>Goods received</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Movimientos de stock</source>
        <translation>Stock movements</translation>
    </message>
    <message>
        <source>No lleva stock</source>
        <translation>Stock not tracked</translation>
    </message>
    <message>
        <source>Nota</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Nota, si hace falta</source>
        <translation>Note, if needed</translation>
    </message>
    <message>
        <source>Para llevarlo, tildá «Llevar el stock» al editarlo.</source>
        <translation>To track it, tick “Track stock” when editing it.</translation>
    </message>
    <message>
        <source>Quedan {left}</source>
        <translation>{left} left</translation>
    </message>
    <message>
        <source>Quedaron</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Quién</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Qué pasó</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Recibí mercadería</source>
        <translation>Received goods</translation>
    </message>
    <message>
        <source>Recuento</source>
        <translation>Stock count</translation>
    </message>
    <message>
        <source>Registrar</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Saqué o se rompió</source>
        <translation>Taken or broken</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>Stock registrado: quedan {left} de {name}.</source>
        <translation>Stock registered: {left} of {name} left.</translation>
    </message>
    <message>
        <source>Todavía no hay movimientos</source>
        <translation>No movements yet</translation>
    </message>
    <message>
        <source>Van a quedar {left}.</source>
        <translation>There will be {left} left.</translation>
    </message>
    <message>
        <source>Venta</source>
        <translation>Sale</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Clientes</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Saldo a favor de clientes</source>
        <translation>Clients in credit</translation>
    </message>
    <message>
        <source>Te deben</source>
        <translation>You are owed</translation>
    </message>
    <message>
        <source>{count} al día</source>
        <translation>{count} settled</translation>
    </message>
    <message>
        <source>{count} cliente</source>
        <translation>{count} client</translation>
    </message>
    <message>
        <source>{count} clientes</source>
        <translation>{count} clients</translation>
    </message>
</context>
<context>
    <name>TenderRow</name>
    <message>
        <source>Caja de Destino</source>
        <translation>To register</translation>
    </message>
    <message>
        <source>Paga con</source>
        <translation>Pays with</translation>
    </message>
    <message>
        <source>Quitar {means}</source>
        <translation>Remove {means}</translation>
    </message>
</context>
<context>
    <name>TermsDialog</name>
    <message>
        <source>Agregar</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Bloqueado: motivo</source>
        <translation>Blocked: reason</translation>
    </message>
    <message>
        <source>Condiciones especiales</source>
        <translation>Special terms</translation>
    </message>
    <message>
        <source>Condiciones guardadas.</source>
        <translation>Terms saved.</translation>
    </message>
    <message>
        <source>Descuento %</source>
        <translation>Discount %</translation>
    </message>
    <message>
        <source>Descuentos por rubro</source>
        <translation>Discounts by category</translation>
    </message>
    <message>
        <source>El precio de venta</source>
        <translation>The selling price</translation>
    </message>
    <message>
        <source>Escribí el rubro.</source>
        <translation>Type the category.</translation>
    </message>
    <message>
        <source>Grupos</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Lista de precios</source>
        <translation>Price list</translation>
    </message>
    <message>
        <source>Quitar</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Rubro</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Todavía no hay: se agregan en Ajustes, Promociones.</source>
        <translation>None yet: add them in Settings, Promotions.</translation>
    </message>
    <message>
        <source>Vacío, no está bloqueado. Si no, sólo le vende un administrador.</source>
        <translation>Empty, not blocked. Otherwise only an administrator sells to them.</translation>
    </message>
    <message>
        <source>{percent} en {category}</source>
        <translation>{percent} off {category}</translation>
    </message>
</context>
<context>
    <name>TicketsDialog</name>
    <message>
        <source>Acá queda cada venta. Probá con otro número o con el cliente.</source>
        <translation>Every sale stays here. Try another number or the client.</translation>
    </message>
    <message>
        <source>Anulada</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>Anular</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Buscar un ticket</source>
        <translation>Find a ticket</translation>
    </message>
    <message>
        <source>Cliente y medio</source>
        <translation>Client and method</translation>
    </message>
    <message>
        <source>Devolución</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Devolución sin ticket</source>
        <translation>Return without ticket</translation>
    </message>
    <message>
        <source>Devolver</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Este turno</source>
        <translation>This shift</translation>
    </message>
    <message>
        <source>No hay tickets</source>
        <translation>No tickets</translation>
    </message>
    <message>
        <source>Número de ticket o cliente</source>
        <translation>Ticket number or client</translation>
    </message>
    <message>
        <source>Qué tickets se ven</source>
        <translation>Which tickets to show</translation>
    </message>
    <message>
        <source>Reimprimir</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>Renglones del ticket</source>
        <translation>Ticket lines</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Tickets y devoluciones</source>
        <translation>Tickets and returns</translation>
    </message>
    <message>
        <source>Todos</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>   Ctrl Z</source>
        <translation>   Ctrl Z</translation>
    </message>
</context>
<context>
    <name>TodayCard</name>
    <message>
        <source>Leyendo…</source>
        <translation>Reading…</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Acá vas a ver a los de siempre cuando falten.</source>
        <translation>You will see regulars here when they stop coming.</translation>
    </message>
    <message>
        <source>Acá vas a ver lo fiado, lo más viejo primero.</source>
        <translation>You will see sales on account here, oldest first.</translation>
    </message>
    <message>
        <source>Billetera</source>
        <translation>Wallet</translation>
    </message>
    <message>
        <source>Cargá los cumpleaños en la ficha de cada cliente.</source>
        <translation>Enter birthdays in each client’s record.</translation>
    </message>
    <message>
        <source>Cobrar</source>
        <translation>Collect</translation>
    </message>
    <message>
        <source>Cumpleaños de la semana</source>
        <translation>Birthdays this week</translation>
    </message>
    <message>
        <source>Deudas por antigüedad</source>
        <translation>Debts by age</translation>
    </message>
    <message>
        <source>El {day}</source>
        <translation>On {day}</translation>
    </message>
    <message>
        <source>Hace rato que no vienen</source>
        <translation>Not seen for a while</translation>
    </message>
    <message>
        <source>Hace {days} días; venía cada {gap} días</source>
        <translation>{days} days ago; used to come every {gap} days</translation>
    </message>
    <message>
        <source>Hoy</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Hoy, {day}</source>
        <translation>Today, {day}</translation>
    </message>
    <message>
        <source>Invitar</source>
        <translation>Invite</translation>
    </message>
    <message>
        <source>Las promesas se anotan en la billetera del cliente.</source>
        <translation>Promises are noted in the client’s wallet.</translation>
    </message>
    <message>
        <source>Mañana</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>Mostrar los montos</source>
        <translation>Show amounts</translation>
    </message>
    <message>
        <source>Nadie cumple esta semana</source>
        <translation>No birthdays this week</translation>
    </message>
    <message>
        <source>Nadie debe</source>
        <translation>Nobody owes</translation>
    </message>
    <message>
        <source>Nadie prometió para hoy</source>
        <translation>No promises for today</translation>
    </message>
    <message>
        <source>Promesas de pago</source>
        <translation>Payment promises</translation>
    </message>
    <message>
        <source>Que no los vea quien espera</source>
        <translation>So that people waiting can’t see them</translation>
    </message>
    <message>
        <source>Recordar</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>Saludar</source>
        <translation>Greet</translation>
    </message>
    <message>
        <source>Tapar los montos</source>
        <translation>Hide amounts</translation>
    </message>
    <message>
        <source>Todos vinieron hace poco</source>
        <translation>Everyone came recently</translation>
    </message>
    <message>
        <source>{age}, desde el {day}</source>
        <translation>{age}, since {day}</translation>
    </message>
    <message>
        <source>{when} cumple {years}</source>
        <translation>{when} turns {years}</translation>
    </message>
</context>
<context>
    <name>TodayPriceDialog</name>
    <message>
        <source>A precio de hoy</source>
        <translation>At today’s price</translation>
    </message>
    <message>
        <source>Actualizar la deuda</source>
        <translation>Update the debt</translation>
    </message>
    <message>
        <source>Acá ves lo que falta pagar, a lo que cuesta hoy.</source>
        <translation>Here you see what is unpaid, at what it costs today.</translation>
    </message>
    <message>
        <source>Anotado</source>
        <translation>As entered</translation>
    </message>
    <message>
        <source>Deuda actualizada: {change}. {name}: {balance}.</source>
        <translation>Debt updated: {change}. {name}: {balance}.</translation>
    </message>
    <message>
        <source>Diferencia</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Está apagado: se puede mirar, pero no aplicar. Se activa en Ajustes, Fiado.</source>
        <translation>It is off: you can look but not apply it. Turn it on in Settings, On account.</translation>
    </message>
    <message>
        <source>Fecha</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Fiado a precio de hoy</source>
        <translation>Debt at today’s prices</translation>
    </message>
    <message>
        <source>Hasta el tope</source>
        <translation>Up to the cap</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Línea por línea</source>
        <translation>Line by line</translation>
    </message>
    <message>
        <source>No debe nada</source>
        <translation>Owes nothing</translation>
    </message>
    <message>
        <source>Qué llevó</source>
        <translation>Bought</translation>
    </message>
    <message>
        <source>Sube hasta {cap} de lo que costó{days}, y también baja. No es interés.</source>
        <translation>It rises up to {cap} of what it cost{days}, and also falls. It is not interest.</translation>
    </message>
    <message>
        <source>Ver</source>
        <translation>View</translation>
    </message>
    <message>
        <source>desde los {days} días de la compra</source>
        <translation>from {days} days after the purchase</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>Caja de Destino</source>
        <translation>To register</translation>
    </message>
    <message>
        <source>Nota (opcional)</source>
        <translation>Note (optional)</translation>
    </message>
    <message>
        <source>Pasaron {amount} de {register} a {target}.</source>
        <translation>{amount} moved from {register} to {target}.</translation>
    </message>
    <message>
        <source>Pase a otra caja</source>
        <translation>Transfer to another register</translation>
    </message>
    <message>
        <source>Por ejemplo: depósito del día</source>
        <translation>For example: today’s deposit</translation>
    </message>
</context>
<context>
    <name>UpdateWatch</name>
    <message>
        <source>Hay una versión nueva: {version}</source>
        <translation>There is a new version: {version}</translation>
    </message>
</context>
<context>
    <name>Usual</name>
    <message>
        <source>Volver a lo normal</source>
        <translation>Back to the usual</translation>
    </message>
</context>
<context>
    <name>VisitCalendar</name>
    <message>
        <source>1 compra</source>
        <translation>1 purchase</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>3 o más</source>
        <translation>3 or more</translation>
    </message>
    <message>
        <source>Días que vino</source>
        <translation>Days they came</translation>
    </message>
    <message>
        <source>Vino 1 día</source>
        <translation>Came on 1 day</translation>
    </message>
    <message>
        <source>Vino {n} días</source>
        <translation>Came on {n} days</translation>
    </message>
    <message>
        <source>devolvió</source>
        <translation>returned goods</translation>
    </message>
    <message>
        <source>sólo devolvió</source>
        <translation>only returned</translation>
    </message>
    <message>
        <source>{day}: no vino</source>
        <translation>{day}: didn’t come</translation>
    </message>
    <message>
        <source>{n} compras</source>
        <translation>{n} purchases</translation>
    </message>
    <message>
        <source>{words} desde el {day}.</source>
        <translation>{words} since {day}.</translation>
    </message>
</context>
<context>
    <name>WalletDialog</name>
    <message>
        <source>Ajuste de saldo…</source>
        <translation>Balance adjustment…</translation>
    </message>
    <message>
        <source>Anular…</source>
        <translation>Void…</translation>
    </message>
    <message>
        <source>Cliente desde {month}</source>
        <translation>Client since {month}</translation>
    </message>
    <message>
        <source>Cuando compre a cuenta o pague, lo vas a ver acá.</source>
        <translation>When they buy on account or pay, you will see it here.</translation>
    </message>
    <message>
        <source>Dar por incobrable…</source>
        <translation>Write off…</translation>
    </message>
    <message>
        <source>Datos personales…</source>
        <translation>Personal data…</translation>
    </message>
    <message>
        <source>Editar cliente…</source>
        <translation>Edit client…</translation>
    </message>
    <message>
        <source>Este movimiento no tiene comprobante</source>
        <translation>This movement has no voucher</translation>
    </message>
    <message>
        <source>Está archivado: recuperalo para registrarle movimientos.</source>
        <translation>Archived: restore them to register movements.</translation>
    </message>
    <message>
        <source>Fiado a precio de hoy…</source>
        <translation>Debt at today’s prices…</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Movimientos</source>
        <translation>Movements</translation>
    </message>
    <message>
        <source>Más acciones</source>
        <translation>More actions</translation>
    </message>
    <message>
        <source>Nada en esas fechas</source>
        <translation>Nothing on those dates</translation>
    </message>
    <message>
        <source>Pago de {amount} registrado · Recibo {number}</source>
        <translation>Payment of {amount} registered · Receipt {number}</translation>
    </message>
    <message>
        <source>Perfil del cliente</source>
        <translation>Client profile</translation>
    </message>
    <message>
        <source>Probá con otras fechas.</source>
        <translation>Try other dates.</translation>
    </message>
    <message>
        <source>Promesa de pago…</source>
        <translation>Payment promise…</translation>
    </message>
    <message>
        <source>Recordatorio por WhatsApp…</source>
        <translation>Reminder by WhatsApp…</translation>
    </message>
    <message>
        <source>Reimprimir</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>Resumen por WhatsApp…</source>
        <translation>Statement by WhatsApp…</translation>
    </message>
    <message>
        <source>Sin movimientos</source>
        <translation>No movements</translation>
    </message>
    <message>
        <source>Ver</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Ver comprobante</source>
        <translation>View voucher</translation>
    </message>
    <message>
        <source>Ver lo que devolvió</source>
        <translation>View what they returned</translation>
    </message>
    <message>
        <source>Ver lo que llevó</source>
        <translation>View what they bought</translation>
    </message>
</context>
<context>
    <name>WalletPapers</name>
    <message>
        <source>Estado de cuenta completo</source>
        <translation>Full account statement</translation>
    </message>
    <message>
        <source>Estado de cuenta desde que quedó en cero</source>
        <translation>Account statement since last at zero</translation>
    </message>
    <message>
        <source>Estado de cuenta desde una fecha…</source>
        <translation>Account statement from a date…</translation>
    </message>
    <message>
        <source>Último recibo</source>
        <translation>Last receipt</translation>
    </message>
</context>
<context>
    <name>WriterForm</name>
    <message>
        <source>Borrar la clave</source>
        <translation>Delete the key</translation>
    </message>
    <message>
        <source>Clave</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Dirección</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Está guardada en esta computadora. Escribí otra para cambiarla.</source>
        <translation>It is saved on this computer. Type another to change it.</translation>
    </message>
    <message>
        <source>Guardada</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Hace falta internet y una clave propia, que se saca y se paga en platform.openai.com.</source>
        <translation>Needs internet and your own key, obtained and paid for at platform.openai.com.</translation>
    </message>
    <message>
        <source>Las ofertas las escribe: {writer}.</source>
        <translation>Offers are written by: {writer}.</translation>
    </message>
    <message>
        <source>Modelo</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>No necesitan internet ni clave, y están siempre: escriben también cuando el servicio elegido no contesta.</source>
        <translation>They need no internet or key and are always there: they also write when the chosen service doesn’t answer.</translation>
    </message>
    <message>
        <source>Por ejemplo http://localhost:11434/v1</source>
        <translation>For example http://localhost:11434/v1</translation>
    </message>
    <message>
        <source>Probando… puede tardar unos segundos.</source>
        <translation>Testing… it may take a few seconds.</translation>
    </message>
    <message>
        <source>Probar</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Quién escribe</source>
        <translation>Who writes</translation>
    </message>
    <message>
        <source>Responde bien. Escribió: «{text}»</source>
        <translation>It answers well. It wrote: “{text}”</translation>
    </message>
    <message>
        <source>Se guarda en esta computadora, no con los datos del negocio.</source>
        <translation>It is saved on this computer, not with the shop’s data.</translation>
    </message>
    <message>
        <source>Solo si el servidor la pide.</source>
        <translation>Only if the server asks for it.</translation>
    </message>
    <message>
        <source>Un programa como Ollama o llama.cpp, en esta computadora o en otra de tu red.</source>
        <translation>A program such as Ollama or llama.cpp, on this computer or another on your network.</translation>
    </message>
</context>
<context>
    <name>_Delegate</name>
    <message>
        <source>Sección</source>
        <translation>Section</translation>
    </message>
</context>
<context>
    <name>_OfferDelegate</name>
    <message>
        <source>quedan {left}</source>
        <translation>{left} left</translation>
    </message>
    <message>
        <source>sin stock</source>
        <translation>out of stock</translation>
    </message>
</context>
<context>
    <name>_Offers</name>
    <message>
        <source>Productos encontrados</source>
        <translation>Products found</translation>
    </message>
</context>
<context>
    <name>_Results</name>
    <message>
        <source>Ajustes encontrados</source>
        <translation>Settings found</translation>
    </message>
    <message>
        <source>Ningún ajuste con «{text}». Probá con otra palabra.</source>
        <translation>No settings with “{text}”. Try another word.</translation>
    </message>
</context>
<context>
    <name>books</name>
    <message>
        <source>Debe</source>
        <translation>Debit</translation>
    </message>
    <message>
        <source>Haber</source>
        <translation>Credit</translation>
    </message>
</context>
<context>
    <name>drawer</name>
    <message>
        <source>Abrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Abrir el cajón</source>
        <translation>Open the drawer</translation>
    </message>
    <message>
        <source>Aperturas del cajón</source>
        <translation>Drawer openings</translation>
    </message>
    <message>
        <source>Queda anotado quién lo abrió, cuándo y por qué.</source>
        <translation>Who opened it, when and why is kept on record.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A esa clave le falta el final. Copiala entera y pegala de nuevo.</source>
        <translation>That key is missing its end. Copy all of it and paste it again.</translation>
    </message>
    <message>
        <source>Cambió mientras mirabas: la diferencia ahora es {amount}. Revisala de nuevo.</source>
        <translation>It changed while you were looking: the difference is now {amount}. Check it again.</translation>
    </message>
    <message>
        <source>Con ese monto el saldo saldría de lo que el libro admite. Revisá el monto.</source>
        <translation>With that amount the balance would exceed what the books allow. Check the amount.</translation>
    </message>
    <message>
        <source>Con eso no cambia ningún precio. Revisá qué elegiste.</source>
        <translation>That changes no prices. Check what you chose.</translation>
    </message>
    <message>
        <source>Con la lista «{name}» compra algún cliente. Cambiásela antes de borrarla.</source>
        <translation>Some client buys with list “{name}”. Change theirs before deleting it.</translation>
    </message>
    <message>
        <source>Con «{method}» la plata no va a la caja «{register}». Elegí otra caja.</source>
        <translation>With “{method}” money doesn’t go to register “{register}”. Choose another register.</translation>
    </message>
    <message>
        <source>De ese ticket ya no queda nada para devolver.</source>
        <translation>Nothing on that ticket is left to return.</translation>
    </message>
    <message>
        <source>De {name} quedan {left} para devolver. Corregí la cantidad.</source>
        <translation>{left} of {name} left to return. Correct the quantity.</translation>
    </message>
    <message>
        <source>Demasiados intentos equivocados para {name}. Probá de nuevo en {wait}.</source>
        <translation>Too many wrong tries for {name}. Try again in {wait}.</translation>
    </message>
    <message>
        <source>Después de esa actualización hubo otra, o volvió parte de la mercadería. Anulá primero la última, o corregí con un ajuste.</source>
        <translation>There was another update after that one, or some goods came back. Void the last one first, or correct it with an adjustment.</translation>
    </message>
    <message>
        <source>El PIN lleva de 4 a 6 números.</source>
        <translation>The PIN has 4 to 6 digits.</translation>
    </message>
    <message>
        <source>El archivo del negocio ya no está en {path}, o hay otro en su lugar. No se guardó lo último: cerrá el programa y devolvelo a su lugar, o traé una copia.</source>
        <translation>The shop’s file is no longer in {path}, or another is in its place. The last change was not saved: close the program and put it back, or bring in a backup.</translation>
    </message>
    <message>
        <source>El archivo del negocio ya no está en {path}, o hay otro en su lugar. No se guardó lo último; todo lo de antes quedó en {rescued}. Cerrá el programa y renombralo shop.db.</source>
        <translation>The shop’s file is no longer in {path}, or another is in its place. The last change was not saved; everything before it is in {rescued}. Close the program and rename it shop.db.</translation>
    </message>
    <message>
        <source>El archivo {path} no es un negocio de Kioskifly o está dañado. No se tocó nada: elegí otra carpeta o restaurá una copia.</source>
        <translation>File {path} is not a Kioskifly shop or is damaged. Nothing was touched: choose another folder or restore a backup.</translation>
    </message>
    <message>
        <source>El código de rescate lleva 16 letras y números: fijate que estén todos.</source>
        <translation>The rescue code has 16 letters and numbers: check that they are all there.</translation>
    </message>
    <message>
        <source>El código «{code}» no es válido: {reason}. Escanealo de nuevo o usá un código propio.</source>
        <translation>Code “{code}” is not valid: {reason}. Scan it again or use an in-house code.</translation>
    </message>
    <message>
        <source>El código «{code}» ya es de {name}. Usá otro.</source>
        <translation>Code “{code}” already belongs to {name}. Use another.</translation>
    </message>
    <message>
        <source>El descuento máximo va de 0 a 99 %.</source>
        <translation>The maximum discount goes from 0 to 99 %.</translation>
    </message>
    <message>
        <source>El descuento va de 0 a 100 %.</source>
        <translation>The discount goes from 0 to 100 %.</translation>
    </message>
    <message>
        <source>El fiado a precio de hoy está apagado. Un administrador lo activa en Ajustes, en Fiado.</source>
        <translation>Debt at today’s prices is off. An administrator turns it on in Settings, On account.</translation>
    </message>
    <message>
        <source>El identificador del pedido lleva de 1 a 64 letras, números o guiones.</source>
        <translation>The request identifier has 1 to 64 letters, digits or hyphens.</translation>
    </message>
    <message>
        <source>El identificador «{request_id}» ya se usó para otra operación. Usá uno nuevo.</source>
        <translation>Identifier “{request_id}” was already used for another operation. Use a new one.</translation>
    </message>
    <message>
        <source>El importe de la etiqueta de {name} no sale de su peso y su precio. Escaneala de nuevo.</source>
        <translation>The price on the label of {name} doesn’t match its weight and unit price. Scan it again.</translation>
    </message>
    <message>
        <source>El logo va hasta {width} por {height} puntos. Elegí una imagen más chica.</source>
        <translation>The logo can be up to {width} by {height} dots. Choose a smaller image.</translation>
    </message>
    <message>
        <source>El margen mínimo va de 0 a 100 %.</source>
        <translation>The minimum margin goes from 0 to 100 %.</translation>
    </message>
    <message>
        <source>El monto lleva dos decimales como máximo: escribilo así, 1.500,50.</source>
        <translation>The amount has two decimals at most: type it like this, 1.500,50.</translation>
    </message>
    <message>
        <source>El monto tiene que ser mayor que cero y de hasta {maximum}.</source>
        <translation>The amount must be above zero and up to {maximum}.</translation>
    </message>
    <message>
        <source>El negocio {path} es de una versión más nueva de Kioskifly. Actualizá el programa.</source>
        <translation>Shop {path} is from a newer version of Kioskifly. Update the program.</translation>
    </message>
    <message>
        <source>El plan {plan} no tiene «{feature}». Para tenerla, {way}.</source>
        <translation>Plan {plan} doesn’t include “{feature}”. To get it, {way}.</translation>
    </message>
    <message>
        <source>El plazo va de 0 a {maximum} días. Dejalo vacío si no tiene plazo.</source>
        <translation>The term goes from 0 to {maximum} days. Leave it empty for no term.</translation>
    </message>
    <message>
        <source>El porcentaje va de −90 % a 1000 % y el redondeo de un centavo a $ 1.000.</source>
        <translation>The percentage goes from −90 % to 1000 % and rounding from one cent to $ 1.000.</translation>
    </message>
    <message>
        <source>El precio de {name} pasaría de {maximum}. Achicá el porcentaje.</source>
        <translation>The price of {name} would exceed {maximum}. Lower the percentage.</translation>
    </message>
    <message>
        <source>El programa se está cerrando. Abrilo de nuevo.</source>
        <translation>The program is closing. Open it again.</translation>
    </message>
    <message>
        <source>El servicio de IA contestó algo que no se entiende.</source>
        <translation>The AI service’s answer could not be understood.</translation>
    </message>
    <message>
        <source>El servicio de IA está ocupado. Probá en un minuto.</source>
        <translation>The AI service is busy. Try again in a minute.</translation>
    </message>
    <message>
        <source>El servicio de IA no acepta la clave. Revisala en Ajustes, Kiosk-IA.</source>
        <translation>The AI service rejects the key. Check it in Settings, Kiosk-IA.</translation>
    </message>
    <message>
        <source>El servicio de IA no quiso escribir esta oferta.</source>
        <translation>The AI service refused to write this offer.</translation>
    </message>
    <message>
        <source>El servicio de IA no tiene el modelo «{model}». Revisalo en Ajustes, Kiosk-IA.</source>
        <translation>The AI service doesn’t have model “{model}”. Check it in Settings, Kiosk-IA.</translation>
    </message>
    <message>
        <source>El servicio de IA tardó demasiado.</source>
        <translation>The AI service took too long.</translation>
    </message>
    <message>
        <source>El servicio de IA tuvo un problema.</source>
        <translation>The AI service had a problem.</translation>
    </message>
    <message>
        <source>El sitio contestó algo que no se entiende, así que no se sabe si hay una versión nueva. Probá otro día.</source>
        <translation>The site answered something that can’t be understood, so whether there is a new version isn’t known. Try another day.</translation>
    </message>
    <message>
        <source>El teléfono «{phone}» está incompleto: escribilo con característica, como 351 455-0917.</source>
        <translation>Phone “{phone}” is incomplete: type it with the area code, like 351 455-0917.</translation>
    </message>
    <message>
        <source>El teléfono «{phone}» no parece un celular: revisalo.</source>
        <translation>Phone “{phone}” doesn’t look like a mobile: check it.</translation>
    </message>
    <message>
        <source>El ticket no tiene ese renglón. Elegí lo que se devuelve de la lista.</source>
        <translation>The ticket doesn’t have that line. Choose what is returned from the list.</translation>
    </message>
    <message>
        <source>El ticket {number} está anulado: no queda qué devolver.</source>
        <translation>Ticket {number} is voided: nothing left to return.</translation>
    </message>
    <message>
        <source>El tope va de 1 a {cap} % y los días de 0 a {days}.</source>
        <translation>The cap goes from 1 to {cap} % and the days from 0 to {days}.</translation>
    </message>
    <message>
        <source>El total cambió de {shown} a {total}: cambió un precio o una promoción. Revisá la venta y cobrá de nuevo.</source>
        <translation>The total changed from {shown} to {total}: a price or promotion changed. Check the sale and charge again.</translation>
    </message>
    <message>
        <source>Elegí al menos un día de la semana.</source>
        <translation>Choose at least one day of the week.</translation>
    </message>
    <message>
        <source>Elegí cada cuántas horas: de 1 a {maximum}, o 0 para no copiar por reloj.</source>
        <translation>Choose every how many hours: 1 to {maximum}, or 0 for no timed backups.</translation>
    </message>
    <message>
        <source>Elegí cuál de las columnas tiene el nombre.</source>
        <translation>Choose which column has the name.</translation>
    </message>
    <message>
        <source>Elegí dos cajas distintas para pasar la plata.</source>
        <translation>Choose two different registers to transfer the money.</translation>
    </message>
    <message>
        <source>Elegí dos clientes distintos.</source>
        <translation>Choose two different clients.</translation>
    </message>
    <message>
        <source>Elegí el grupo de clientes.</source>
        <translation>Choose the client group.</translation>
    </message>
    <message>
        <source>Elegí para qué es la plata: ese concepto no se puede.</source>
        <translation>Choose what the money is for: that expense type isn’t allowed.</translation>
    </message>
    <message>
        <source>Elegí qué productos o rubros entran en la promoción.</source>
        <translation>Choose which products or categories are in the promotion.</translation>
    </message>
    <message>
        <source>En esta venta no se pueden canjear puntos: hacen falta {least} o más.</source>
        <translation>Points can’t be redeemed in this sale: {least} or more are needed.</translation>
    </message>
    <message>
        <source>En esta venta se canjean de {least} a {most} puntos. Corregí cuántos.</source>
        <translation>This sale takes from {least} to {most} points. Correct how many.</translation>
    </message>
    <message>
        <source>En la copia {path} las cuentas no cierran. {problem} Elegí una anterior.</source>
        <translation>In backup {path} the accounts don’t add up. {problem} Choose an earlier one.</translation>
    </message>
    <message>
        <source>En {path} todavía no hay ningún negocio. Abrí el programa una vez, o creá uno de ejemplo con: kioskifly demo {path}</source>
        <translation>There is no shop in {path} yet. Open the program once, or create a sample one with: kioskifly demo {path}</translation>
    </message>
    <message>
        <source>En {path} ya hay un negocio. Elegí una carpeta vacía.</source>
        <translation>There is already a shop in {path}. Choose an empty folder.</translation>
    </message>
    <message>
        <source>En «{register}» hay {amount}: no podés sacar más.</source>
        <translation>“{register}” holds {amount}: you can’t take out more.</translation>
    </message>
    <message>
        <source>En «{register}» hay {balance}: no alcanza. Devolvelo a la cuenta o de otra caja.</source>
        <translation>“{register}” holds {balance}: not enough. Return it to the account or from another register.</translation>
    </message>
    <message>
        <source>Esa clave es de otro negocio ({shop}). Si es el tuyo, corregí los datos en Ajustes › Negocio y cargala de nuevo.</source>
        <translation>That key is for another shop ({shop}). If it is yours, correct the details in Settings › Shop and enter it again.</translation>
    </message>
    <message>
        <source>Esa clave es para una versión más nueva de Kioskifly. Actualizá el programa.</source>
        <translation>That key is for a newer version of Kioskifly. Update the program.</translation>
    </message>
    <message>
        <source>Esa clave no la firmó Kioskifly. Pedile la clave a quien te vendió el programa.</source>
        <translation>That key was not signed by Kioskifly. Ask whoever sold you the program for the key.</translation>
    </message>
    <message>
        <source>Esa clave tiene letras cambiadas. Copiala de nuevo tal como te llegó.</source>
        <translation>That key has changed letters. Copy it again just as you got it.</translation>
    </message>
    <message>
        <source>Esa compra estuvo en disputa y ya se sacó de la deuda. Anulá antes ese ajuste.</source>
        <translation>That purchase was in dispute and was already taken off the debt. Void that adjustment first.</translation>
    </message>
    <message>
        <source>Esa deuda se dio por incobrable. Anulá antes esa baja, y después esto.</source>
        <translation>That debt was written off. Void that write-off first, then this.</translation>
    </message>
    <message>
        <source>Esa fecha todavía no llegó.</source>
        <translation>That date hasn’t come yet.</translation>
    </message>
    <message>
        <source>Esa promesa ya no está pendiente.</source>
        <translation>That promise is no longer pending.</translation>
    </message>
    <message>
        <source>Esa venta en espera ya no está: otro la retomó.</source>
        <translation>That sale on hold is gone: someone else resumed it.</translation>
    </message>
    <message>
        <source>Esa venta no se puede anular: {why}.</source>
        <translation>That sale can’t be voided: {why}.</translation>
    </message>
    <message>
        <source>Esas posiciones no entran en la etiqueta: son 12 dígitos y el de control.</source>
        <translation>Those positions don’t fit the label: it has 12 digits and the check digit.</translation>
    </message>
    <message>
        <source>Escribí el mensaje.</source>
        <translation>Type the message.</translation>
    </message>
    <message>
        <source>Escribí el monto.</source>
        <translation>Type the amount.</translation>
    </message>
    <message>
        <source>Escribí el motivo: queda guardado con el movimiento.</source>
        <translation>Type the reason: it is kept with the movement.</translation>
    </message>
    <message>
        <source>Escribí el nombre.</source>
        <translation>Type the name.</translation>
    </message>
    <message>
        <source>Escribí el rubro del descuento.</source>
        <translation>Type the discount’s category.</translation>
    </message>
    <message>
        <source>Escribí la dirección completa: https://… o, si es de tu red, http://localhost:11434/v1.</source>
        <translation>Type the full address: https://… or, if it is on your network, http://localhost:11434/v1.</translation>
    </message>
    <message>
        <source>Ese cambio de precios ya está deshecho.</source>
        <translation>That price change is already undone.</translation>
    </message>
    <message>
        <source>Ese documento ya es de {name}, que está archivado. Recuperalo desde «Archivados».</source>
        <translation>That document already belongs to {name}, who is archived. Restore them from “Archived”.</translation>
    </message>
    <message>
        <source>Ese documento ya es de {name}. Abrí ese cliente o revisá el número.</source>
        <translation>That document already belongs to {name}. Open that client or check the number.</translation>
    </message>
    <message>
        <source>Ese e-mail no está completo: nombre@dominio.com.</source>
        <translation>That e-mail is not complete: name@domain.com.</translation>
    </message>
    <message>
        <source>Ese movimiento no está en disputa.</source>
        <translation>That movement is not in dispute.</translation>
    </message>
    <message>
        <source>Ese movimiento no se puede anular desde acá.</source>
        <translation>That movement can’t be voided from here.</translation>
    </message>
    <message>
        <source>Ese movimiento ya está anulado.</source>
        <translation>That movement is already voided.</translation>
    </message>
    <message>
        <source>Ese movimiento ya está en disputa.</source>
        <translation>That movement is already in dispute.</translation>
    </message>
    <message>
        <source>Ese no es el PIN de {name}: {left}.</source>
        <translation>That is not {name}’s PIN: {left}.</translation>
    </message>
    <message>
        <source>Ese no es el código de rescate: {left}.</source>
        <translation>That is not the rescue code: {left}.</translation>
    </message>
    <message>
        <source>Ese no es un control del libro. Copialo del papel: 1523-K7QF-2MZD.</source>
        <translation>That is not a books check code. Copy it from the paper: 1523-K7QF-2MZD.</translation>
    </message>
    <message>
        <source>Ese teléfono no está completo: escribilo con característica, 11 5842-0917.</source>
        <translation>That phone is not complete: type it with the area code, 11 5842-0917.</translation>
    </message>
    <message>
        <source>Ese texto es demasiado largo: {label} admite hasta {limit} caracteres.</source>
        <translation>That text is too long: {label} allows up to {limit} characters.</translation>
    </message>
    <message>
        <source>Ese trabajo de impresión ya no está pendiente.</source>
        <translation>That print job is no longer pending.</translation>
    </message>
    <message>
        <source>Ese {document} no es válido: {reason}. Revisalo.</source>
        <translation>That {document} is not valid: {reason}. Check it.</translation>
    </message>
    <message>
        <source>Eso no es la clave de un plan. Pegala entera: empieza con KIOSKI-.</source>
        <translation>That is not a plan key. Paste all of it: it starts with KIOSKI-.</translation>
    </message>
    <message>
        <source>Eso no se puede discutir: no es una deuda, o ya no se debe.</source>
        <translation>That can’t be disputed: it is not a debt, or is no longer owed.</translation>
    </message>
    <message>
        <source>Eso ya no está: otro lo borró. Actualizá la lista.</source>
        <translation>That is gone: someone else deleted it. Refresh the list.</translation>
    </message>
    <message>
        <source>Esto necesita permiso: «{act}». Lo puede autorizar un administrador con su PIN.</source>
        <translation>This needs permission: “{act}”. An administrator can authorise it with their PIN.</translation>
    </message>
    <message>
        <source>Exportación cancelada. No se guardó ningún archivo.</source>
        <translation>Saving cancelled. No file was saved.</translation>
    </message>
    <message>
        <source>Falta la clave del servicio de IA. Cargala en Ajustes, Kiosk-IA.</source>
        <translation>The AI service’s key is missing. Enter it in Settings, Kiosk-IA.</translation>
    </message>
    <message>
        <source>Faltan {shown}. Cobralos por otro medio o dejalos en la cuenta.</source>
        <translation>{shown} short. Charge it by another method or leave it on account.</translation>
    </message>
    <message>
        <source>Figura como archivado y no se trae.</source>
        <translation>It is archived and is not brought in.</translation>
    </message>
    <message>
        <source>Importación cancelada. No se importó nada.</source>
        <translation>Cancelled. Nothing was brought in.</translation>
    </message>
    <message>
        <source>Kioskifly ya está abierto con este negocio ({path}). Seguí en esa ventana o cerrala.</source>
        <translation>Kioskifly is already open with this shop ({path}). Carry on in that window or close it.</translation>
    </message>
    <message>
        <source>La caja «{name}» está archivada. Elegí otra.</source>
        <translation>Register “{name}” is archived. Choose another.</translation>
    </message>
    <message>
        <source>La caja «{name}» no se puede archivar: tiene saldo o es la única.</source>
        <translation>Register “{name}” can’t be archived: it has a balance or is the only one.</translation>
    </message>
    <message>
        <source>La caja «{register}» está cerrada. Abrila primero.</source>
        <translation>Register “{register}” is closed. Open it first.</translation>
    </message>
    <message>
        <source>La caja «{register}» ya está abierta desde {since}. Cerrala antes de abrir otra.</source>
        <translation>Register “{register}” has been open since {since}. Close it before opening another.</translation>
    </message>
    <message>
        <source>La cantidad tiene que ir de {minimum} a {maximum}.</source>
        <translation>The quantity must be from {minimum} to {maximum}.</translation>
    </message>
    <message>
        <source>La clave del plan {plan} venció el {expires}. Pedí una nueva para renovarlo.</source>
        <translation>The key of plan {plan} expired on {expires}. Ask for a new one to renew it.</translation>
    </message>
    <message>
        <source>La clave lleva {minimum} caracteres o más.</source>
        <translation>The passphrase has {minimum} characters or more.</translation>
    </message>
    <message>
        <source>La clave no es la de la copia {path}. Escribila igual que al guardarla.</source>
        <translation>That is not the passphrase of backup {path}. Type it just as when it was saved.</translation>
    </message>
    <message>
        <source>La copia {path} está dañada y no se puede usar: elegí una anterior.</source>
        <translation>Backup {path} is damaged and can’t be used: choose an earlier one.</translation>
    </message>
    <message>
        <source>La copia {path} tiene clave. Escribila para abrirla.</source>
        <translation>Backup {path} has a passphrase. Type it to open it.</translation>
    </message>
    <message>
        <source>La cuenta del servicio de IA se quedó sin crédito.</source>
        <translation>The AI service account has run out of credit.</translation>
    </message>
    <message>
        <source>La fecha de cumpleaños no puede ser futura ni de hace más de 120 años.</source>
        <translation>The date of birth can’t be in the future or over 120 years ago.</translation>
    </message>
    <message>
        <source>La fecha de fin es anterior a la de inicio. Corregí una de las dos.</source>
        <translation>The end date is before the start date. Correct one of them.</translation>
    </message>
    <message>
        <source>La promesa tiene que ser para hoy o dentro del año.</source>
        <translation>The promise must be for today or within a year.</translation>
    </message>
    <message>
        <source>La promesa va de $&#xa0;0,01 a lo que debe: {maximum}.</source>
        <translation>The promise goes from $&#xa0;0,01 to what they owe: {maximum}.</translation>
    </message>
    <message>
        <source>Lo contado va de cero a {maximum}, en billetes que existen.</source>
        <translation>The count goes from zero to {maximum}, in notes that exist.</translation>
    </message>
    <message>
        <source>Los días entre mensajes van de 0 a {maximum}.</source>
        <translation>Days between messages go from 0 to {maximum}.</translation>
    </message>
    <message>
        <source>Ninguna impresora abre el cajón. Elegí su pin en Ajustes › Impresora.</source>
        <translation>No printer opens the drawer. Choose its pin in Settings › Printer.</translation>
    </message>
    <message>
        <source>No entiendo esa cantidad. Escribila con coma: 2 o 0,755.</source>
        <translation>I don’t understand that quantity. Type it with a comma: 2 or 0,755.</translation>
    </message>
    <message>
        <source>No entiendo esa fecha. Escribila con día, mes y año: 05/03/1980.</source>
        <translation>I don’t understand that date. Type it with day, month and year: 05/03/1980.</translation>
    </message>
    <message>
        <source>No entiendo ese monto. Probá con 1500 o 1.500,50.</source>
        <translation>I don’t understand that amount. Try 1500 or 1.500,50.</translation>
    </message>
    <message>
        <source>No entiendo «{text}». Va {way}.</source>
        <translation>I don’t understand “{text}”. It takes {way}.</translation>
    </message>
    <message>
        <source>No existe el medio de pago «{code}». Elegí uno de estos: {choices}.</source>
        <translation>There is no payment method “{code}”. Choose one of these: {choices}.</translation>
    </message>
    <message>
        <source>No existe el tipo de documento «{code}». Elegí uno de estos: {choices}.</source>
        <translation>There is no document type “{code}”. Choose one of these: {choices}.</translation>
    </message>
    <message>
        <source>No existe la condición fiscal «{code}». Elegí una de estas: {choices}.</source>
        <translation>There is no tax status “{code}”. Choose one of these: {choices}.</translation>
    </message>
    <message>
        <source>No existe la unidad «{unit}». Escribí «unidad» o «kg».</source>
        <translation>There is no unit “{unit}”. Type “unidad” or “kg”.</translation>
    </message>
    <message>
        <source>No existe {what} «{name}». Elegí entre: {choices}.</source>
        <translation>There is no {what} “{name}”. Choose from: {choices}.</translation>
    </message>
    <message>
        <source>No hay conexión con el servicio de IA.</source>
        <translation>No connection to the AI service.</translation>
    </message>
    <message>
        <source>No hay código de rescate: nunca se hizo, o ya se usó. Cada uno vale una vez.</source>
        <translation>There is no rescue code: none was made, or it was used. Each one works once.</translation>
    </message>
    <message>
        <source>No hay nada que actualizar: lo que debe {name} ya está a precio de hoy.</source>
        <translation>Nothing to update: what {name} owes is already at today’s prices.</translation>
    </message>
    <message>
        <source>No hay nada que cobrar. Escaneá un producto.</source>
        <translation>There is nothing to charge. Scan a product.</translation>
    </message>
    <message>
        <source>No hay ninguna caja «{name}». Las cajas son: {names}.</source>
        <translation>There is no register “{name}”. The registers are: {names}.</translation>
    </message>
    <message>
        <source>No hay ninguna cuenta «{name}» en los libros. Sus nombres están en «Sumas y saldos».</source>
        <translation>There is no account “{name}” in the books. Their names are in “Trial balance”.</translation>
    </message>
    <message>
        <source>No hay ninguna promesa con el número {promise}.</source>
        <translation>There is no promise with number {promise}.</translation>
    </message>
    <message>
        <source>No hay ningún cambio de precios con el número {batch}.</source>
        <translation>There is no price change with number {batch}.</translation>
    </message>
    <message>
        <source>No hay ningún cliente con el número {client}.</source>
        <translation>There is no client with number {client}.</translation>
    </message>
    <message>
        <source>No hay ningún comprobante {number}. Revisá el número.</source>
        <translation>There is no voucher {number}. Check the number.</translation>
    </message>
    <message>
        <source>No hay ningún producto con el código «{code}».</source>
        <translation>There is no product with code “{code}”.</translation>
    </message>
    <message>
        <source>No hay ningún producto con el número {product}.</source>
        <translation>There is no product with number {product}.</translation>
    </message>
    <message>
        <source>No hay ningún ticket «{number}». Revisá el número: TX-00001-00000012.</source>
        <translation>There is no ticket “{number}”. Check the number: TX-00001-00000012.</translation>
    </message>
    <message>
        <source>No hay ningún turno de caja con el número {number}.</source>
        <translation>There is no register shift with number {number}.</translation>
    </message>
    <message>
        <source>No hay ningún usuario «{name}». Los usuarios son: {names}.</source>
        <translation>There is no user “{name}”. The users are: {names}.</translation>
    </message>
    <message>
        <source>No hay pantalla donde abrir la ventana. Abrí el programa desde el escritorio, o usá sus órdenes: kioskifly --help.</source>
        <translation>There is no screen to open the window on. Open the program from the desktop, or use its commands: kioskifly --help.</translation>
    </message>
    <message>
        <source>No hay productos con stock y precio para ofrecerle a {name}.</source>
        <translation>There are no products with stock and price to offer {name}.</translation>
    </message>
    <message>
        <source>No se guardó la copia: el archivo del negocio, {path}, está dañado. Las copias anteriores siguen ahí.</source>
        <translation>Backup not saved: the shop’s file, {path}, is damaged. Earlier backups are still there.</translation>
    </message>
    <message>
        <source>No se guardó la copia: la carpeta {path} no está. Si es un pendrive, enchufalo.</source>
        <translation>Backup not saved: folder {path} is missing. If it is a USB stick, plug it in.</translation>
    </message>
    <message>
        <source>No se guardó la copia: las cuentas del negocio no cierran. {problem} Las copias anteriores siguen ahí.</source>
        <translation>Backup not saved: the shop’s accounts don’t add up. {problem} Earlier backups are still there.</translation>
    </message>
    <message>
        <source>No se guardó la copia: lleva clave y esta computadora no la tiene. Escribila en Ajustes › Copias.</source>
        <translation>Backup not saved: it needs a passphrase and this computer doesn’t have it. Type it in Settings › Backups.</translation>
    </message>
    <message>
        <source>No se pudo guardar la copia en {path}: {reason}. Las copias anteriores siguen ahí.</source>
        <translation>The backup couldn’t be saved in {path}: {reason}. Earlier backups are still there.</translation>
    </message>
    <message>
        <source>No se pudo guardar {path}: {reason}. Elegí otra carpeta.</source>
        <translation>{path} couldn’t be saved: {reason}. Choose another folder.</translation>
    </message>
    <message>
        <source>No se pudo preguntar: no hay internet o el sitio no contesta. El programa anda igual; probá más tarde.</source>
        <translation>It could not ask: there is no internet or the site doesn’t answer. The program works all the same; try later.</translation>
    </message>
    <message>
        <source>No se puede buscar en USB: {reason}. La impresora se puede usar igual como cola del sistema o por red.</source>
        <translation>Can’t search USB: {reason}. The printer can still be used as a system queue or over the network.</translation>
    </message>
    <message>
        <source>No se puede escribir en {path}. No se guardó nada: revisá los permisos de la carpeta y el espacio en disco.</source>
        <translation>Can’t write to {path}. Nothing was saved: check the folder’s permissions and the disk space.</translation>
    </message>
    <message>
        <source>No se puede imprimir así: {reason}.</source>
        <translation>It can’t be printed like that: {reason}.</translation>
    </message>
    <message>
        <source>No se puede leer ni guardar la clave en {path}: {reason}.</source>
        <translation>The key can’t be read or saved in {path}: {reason}.</translation>
    </message>
    <message>
        <source>No se puede leer {name}: {reason}.</source>
        <translation>Can’t read {name}: {reason}.</translation>
    </message>
    <message>
        <source>No se puede leer {name}: {what}. {way}.</source>
        <translation>Can’t read {name}: {what}. {way}.</translation>
    </message>
    <message>
        <source>No se puede leer {path}: {reason}.</source>
        <translation>Can’t read {path}: {reason}.</translation>
    </message>
    <message>
        <source>No tiene teléfono: cargáselo para escribirle por WhatsApp.</source>
        <translation>No phone: add one to write by WhatsApp.</translation>
    </message>
    <message>
        <source>Otro programa está usando el negocio {path}. No se guardó nada: cerralo y probá de nuevo.</source>
        <translation>Another program is using shop {path}. Nothing was saved: close it and try again.</translation>
    </message>
    <message>
        <source>Para canjear puntos, elegí el cliente y activá los puntos en Ajustes.</source>
        <translation>To redeem points, choose the client and turn points on in Settings.</translation>
    </message>
    <message>
        <source>Para usar la cuenta corriente, elegí el cliente (F9).</source>
        <translation>To sell on account, choose the client (F9).</translation>
    </message>
    <message>
        <source>Repite la línea {line}: {what}.</source>
        <translation>Repeats line {line}: {what}.</translation>
    </message>
    <message>
        <source>Se canceló.</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>Sobran {excess} y sólo el efectivo da vuelto. Corregí lo cobrado.</source>
        <translation>{excess} over and only cash gives change. Correct what was charged.</translation>
    </message>
    <message>
        <source>Tenés {used} y el plan {plan} admite hasta {most}. Para agregar más, {way}.</source>
        <translation>You have {used} and plan {plan} allows up to {most}. To add more, {way}.</translation>
    </message>
    <message>
        <source>Todavía no hay impresora. Agregala en Ajustes › Impresora.</source>
        <translation>There is no printer yet. Add it in Settings › Printer.</translation>
    </message>
    <message>
        <source>Todavía no se puede anonimizar a {name}: {why}.</source>
        <translation>{name} can’t be anonymised yet: {why}.</translation>
    </message>
    <message>
        <source>Un combo lleva productos que se venden por unidad, dos o más.</source>
        <translation>A combo takes products sold by unit, two or more.</translation>
    </message>
    <message>
        <source>Una oferta vale de 1 a {maximum} días.</source>
        <translation>An offer is valid for 1 to {maximum} days.</translation>
    </message>
    <message>
        <source>Ya está en el negocio: {name}.</source>
        <translation>Already in the shop: {name}.</translation>
    </message>
    <message>
        <source>Ya hay otro con el nombre «{name}». Poné otro nombre.</source>
        <translation>There is already another called “{name}”. Give another name.</translation>
    </message>
    <message>
        <source>Ya hay un concepto «{name}». Ponele otro nombre.</source>
        <translation>There is already an expense type “{name}”. Give it another name.</translation>
    </message>
    <message>
        <source>Ya hay un usuario «{name}». Elegí otro nombre.</source>
        <translation>There is already a user “{name}”. Choose another name.</translation>
    </message>
    <message>
        <source>Ya hay una caja «{name}». Ponele otro nombre.</source>
        <translation>There is already a register “{name}”. Give it another name.</translation>
    </message>
    <message>
        <source>Ya se está haciendo una copia del negocio. Esperá a que termine.</source>
        <translation>A backup of the shop is already being made. Wait for it to finish.</translation>
    </message>
    <message>
        <source>{caution} Si igual querés mandarlo, confirmalo.</source>
        <translation>{caution} If you want to send it anyway, confirm.</translation>
    </message>
    <message>
        <source>{label}: tiene que ser de {minimum} a {maximum}.</source>
        <translation>{label}: must be from {minimum} to {maximum}.</translation>
    </message>
    <message>
        <source>{name} debe {balance}: se da por incobrable eso o menos, y más que cero.</source>
        <translation>{name} owes {balance}: write off that or less, and more than zero.</translation>
    </message>
    <message>
        <source>{name} debe {overdue} desde hace {days} y su plazo es de {credit_days}. Cobrale al menos eso primero.</source>
        <translation>{name} has owed {overdue} for {days} and their term is {credit_days}. Collect at least that first.</translation>
    </message>
    <message>
        <source>{name} entra con PIN: usá una terminal, o ponelo en {variable}.</source>
        <translation>{name} logs in with a PIN: use a terminal, or put it in {variable}.</translation>
    </message>
    <message>
        <source>{name} es demasiado grande: {what}. Dividilo en partes más chicas.</source>
        <translation>{name} is too big: {what}. Split it into smaller parts.</translation>
    </message>
    <message>
        <source>{name} es el único administrador con PIN. Poné antes un PIN a otro administrador.</source>
        <translation>{name} is the only administrator with a PIN. First set a PIN for another administrator.</translation>
    </message>
    <message>
        <source>{name} es el único administrador. Antes nombrá administrador a otra persona.</source>
        <translation>{name} is the only administrator. First make someone else an administrator.</translation>
    </message>
    <message>
        <source>{name} está archivado. Recuperalo antes de registrarle movimientos.</source>
        <translation>{name} is archived. Restore them before registering movements.</translation>
    </message>
    <message>
        <source>{name} está bloqueado: {reason}. Sólo un administrador puede venderle.</source>
        <translation>{name} is blocked: {reason}. Only an administrator can sell to them.</translation>
    </message>
    <message>
        <source>{name} está inactivo. Sacalo de la venta o activalo en Productos.</source>
        <translation>{name} is inactive. Remove it from the sale or activate it in Products.</translation>
    </message>
    <message>
        <source>{name} no debe nada.</source>
        <translation>{name} owes nothing.</translation>
    </message>
    <message>
        <source>{name} no lleva stock. Marcá «Lleva stock» en el producto.</source>
        <translation>{name} doesn’t track stock. Tick “Track stock” on the product.</translation>
    </message>
    <message>
        <source>{name} no tiene habilitada la cuenta corriente. Cobrale ahora o habilitala en su ficha.</source>
        <translation>{name} isn’t allowed to buy on account. Charge now or allow it in their record.</translation>
    </message>
    <message>
        <source>{name} no tiene movimientos en ese período.</source>
        <translation>{name} has no movements in that period.</translation>
    </message>
    <message>
        <source>{name} no tiene ninguna fila con datos.</source>
        <translation>{name} has no rows with data.</translation>
    </message>
    <message>
        <source>{name} no tiene precio. Escribí a cuánto lo vendés.</source>
        <translation>{name} has no price. Type what you sell it for.</translation>
    </message>
    <message>
        <source>{name} pasaría su límite por {excess}. Cobrale al menos eso primero.</source>
        <translation>{name} would go over their limit by {excess}. Collect at least that first.</translation>
    </message>
    <message>
        <source>{name} pidió no recibir mensajes.</source>
        <translation>{name} asked not to receive messages.</translation>
    </message>
    <message>
        <source>{name} se unió con {into}. Buscá a {into} y seguí en su cuenta.</source>
        <translation>{name} was merged with {into}. Find {into} and carry on in their account.</translation>
    </message>
    <message>
        <source>{name} se vende por unidad: escribí una cantidad sin decimales.</source>
        <translation>{name} is sold by unit: type a quantity without decimals.</translation>
    </message>
    <message>
        <source>{name} tiene movimientos o mensajes y no se puede eliminar. Podés archivarlo.</source>
        <translation>{name} has movements or messages and can’t be deleted. You can archive them.</translation>
    </message>
    <message>
        <source>{name} tiene saldo ({balance}). Dejalo en cero antes de archivarlo.</source>
        <translation>{name} has a balance ({balance}). Bring it to zero before archiving them.</translation>
    </message>
    <message>
        <source>{name} tiene un movimiento en disputa. Resolvelo antes de unirlo con otro.</source>
        <translation>{name} has a movement in dispute. Resolve it before merging them with another.</translation>
    </message>
    <message>
        <source>{name} todavía no tiene PIN. Pedile a otro administrador que se lo ponga.</source>
        <translation>{name} doesn’t have a PIN yet. Ask another administrator to set it.</translation>
    </message>
    <message>
        <source>{name} ya no tiene datos personales y no vuelve a usarse. Cargá otro cliente.</source>
        <translation>{name} no longer has personal data and can’t be used again. Add another client.</translation>
    </message>
    <message>
        <source>{one} y {other} tienen documentos distintos. Si uno está mal, corregilo antes de unirlos.</source>
        <translation>{one} and {other} have different documents. If one is wrong, correct it before merging them.</translation>
    </message>
    <message>
        <source>{path}: {reason}. No se registró nada.</source>
        <translation>{path}: {reason}. Nothing was registered.</translation>
    </message>
    <message>
        <source>{problems}
No se importó nada.</source>
        <translation>{problems}
Nothing was brought in.</translation>
    </message>
    <message>
        <source>{reason} No se importó nada.</source>
        <translation>{reason} Nothing was brought in.</translation>
    </message>
    <message>
        <source>«{condition}» lleva {accepted}. Cambiá el documento.</source>
        <translation>“{condition}” takes {accepted}. Change the document.</translation>
    </message>
    <message>
        <source>«{name}» es un usuario desactivado. Reactivalo o elegí otro nombre.</source>
        <translation>“{name}” is a deactivated user. Reactivate them or choose another name.</translation>
    </message>
    <message>
        <source>«{name}» lo usa una promoción. Cambiala o quitala antes de borrar el grupo.</source>
        <translation>“{name}” is used by a promotion. Change or remove it before deleting the group.</translation>
    </message>
    <message>
        <source>«{name}» no es una imagen. Elegí un archivo PNG, JPG o BMP.</source>
        <translation>“{name}” is not an image. Choose a PNG, JPG or BMP file.</translation>
    </message>
    <message>
        <source>«{register}» no es un cajón de efectivo: no lleva turnos.</source>
        <translation>“{register}” is not a cash drawer: it has no shifts.</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Abrir WhatsApp</source>
        <translation>Open WhatsApp</translation>
    </message>
    <message>
        <source>Abrir el cajón</source>
        <translation>Open the drawer</translation>
    </message>
    <message>
        <source>Abrir o cerrar la caja</source>
        <translation>Open or close the register</translation>
    </message>
    <message>
        <source>Ajustes</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Alta rápida, con el código escaneado</source>
        <translation>Quick add, with the scanned code</translation>
    </message>
    <message>
        <source>Anotar en la cuenta</source>
        <translation>Put on account</translation>
    </message>
    <message>
        <source>Anular</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>Av Pág</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Ayuda</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Billetera</source>
        <translation>Wallet</translation>
    </message>
    <message>
        <source>Bloquear o cambiar de persona</source>
        <translation>Lock or switch person</translation>
    </message>
    <message>
        <source>Caja de este mostrador</source>
        <translation>This counter’s register</translation>
    </message>
    <message>
        <source>Cajas</source>
        <translation>Registers</translation>
    </message>
    <message>
        <source>Cambiar precios</source>
        <translation>Change prices</translation>
    </message>
    <message>
        <source>Cantidad</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Cerrar o volver, sin cambiar nada</source>
        <translation>Close or go back, changing nothing</translation>
    </message>
    <message>
        <source>Cliente</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Clientes</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Cobrar</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Cobrar con QR</source>
        <translation>Charge by QR</translation>
    </message>
    <message>
        <source>Cobrar con crédito</source>
        <translation>Charge by credit card</translation>
    </message>
    <message>
        <source>Cobrar con débito</source>
        <translation>Charge by debit</translation>
    </message>
    <message>
        <source>Cobrar en efectivo</source>
        <translation>Charge in cash</translation>
    </message>
    <message>
        <source>Cobrar por transferencia</source>
        <translation>Charge by transfer</translation>
    </message>
    <message>
        <source>Con esas se copia, se pega y se elige en los campos.</source>
        <translation>Those copy, paste and select in fields.</translation>
    </message>
    <message>
        <source>Consultar precio</source>
        <translation>Check price</translation>
    </message>
    <message>
        <source>Copiar el mensaje</source>
        <translation>Copy the message</translation>
    </message>
    <message>
        <source>Crear producto</source>
        <translation>Create product</translation>
    </message>
    <message>
        <source>Dejar en espera o retomar</source>
        <translation>Hold or resume</translation>
    </message>
    <message>
        <source>Descuento del renglón</source>
        <translation>Line discount</translation>
    </message>
    <message>
        <source>Deshacer lo último, o lo que dice el aviso</source>
        <translation>Undo the last thing, or what the notice says</translation>
    </message>
    <message>
        <source>Devolver</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Editar</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Eliminar o archivar</source>
        <translation>Delete or archive</translation>
    </message>
    <message>
        <source>Esa tecla se usa para escribir y moverse: elegí otra.</source>
        <translation>That key is used to type and move about: choose another.</translation>
    </message>
    <message>
        <source>Esas son del sistema: elegí otras.</source>
        <translation>Those belong to the system: choose others.</translation>
    </message>
    <message>
        <source>F10 abre los menús de Windows: elegí otra.</source>
        <translation>F10 opens Windows menus: choose another.</translation>
    </message>
    <message>
        <source>Guardar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Hoy</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Imprimir</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Informe X</source>
        <translation>X report</translation>
    </message>
    <message>
        <source>Informes</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Ingreso</source>
        <translation>Cash in</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>Ir a la búsqueda o la lista</source>
        <translation>Go to the search or the list</translation>
    </message>
    <message>
        <source>Justo lo que falta</source>
        <translation>Exact amount due</translation>
    </message>
    <message>
        <source>Nueva caja</source>
        <translation>New register</translation>
    </message>
    <message>
        <source>Nuevo</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Oferta</source>
        <translation>Offer</translation>
    </message>
    <message>
        <source>Oferta para el cliente</source>
        <translation>Offer for the client</translation>
    </message>
    <message>
        <source>Otra versión</source>
        <translation>Another version</translation>
    </message>
    <message>
        <source>Otro medio: después, 1 a 6 (también con la tecla +)</source>
        <translation>Another method: then 1 to 6 (also with the + key)</translation>
    </message>
    <message>
        <source>Otro precio</source>
        <translation>Another price</translation>
    </message>
    <message>
        <source>Pase a otra caja</source>
        <translation>Transfer to another register</translation>
    </message>
    <message>
        <source>Perfil</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Perfil del cliente</source>
        <translation>Client profile</translation>
    </message>
    <message>
        <source>Productos</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>Promesa de pago</source>
        <translation>Payment promise</translation>
    </message>
    <message>
        <source>Quitar</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Re Pág</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>Recordatorio</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>Reimprimir</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>Retiro</source>
        <translation>Cash out</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>Supr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Tapar lo que debe el cliente</source>
        <translation>Hide what the client owes</translation>
    </message>
    <message>
        <source>Tapar los montos</source>
        <translation>Hide amounts</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Tickets y devoluciones</source>
        <translation>Tickets and returns</translation>
    </message>
    <message>
        <source>Todo el programa</source>
        <translation>Whole program</translation>
    </message>
    <message>
        <source>Una letra, un número o un signo solos los escribe el lector: sumale Ctrl o Alt.</source>
        <translation>The scanner types single letters, digits and signs: add Ctrl or Alt.</translation>
    </message>
    <message>
        <source>Venta</source>
        <translation>Sale</translation>
    </message>
    <message>
        <source>Volver a la hoja anterior</source>
        <translation>Back to the previous page</translation>
    </message>
    <message>
        <source>{cap} ya es «{words}» ({page}): elegí otra o cambiá esa antes.</source>
        <translation>{cap} is already “{words}” ({page}): choose another or change that first.</translation>
    </message>
</context>
<context>
    <name>means</name>
    <message>
        <source>Crédito</source>
        <translation>Credit card</translation>
    </message>
    <message>
        <source>Cuenta corriente</source>
        <translation>On account</translation>
    </message>
    <message>
        <source>Débito</source>
        <translation>Debit</translation>
    </message>
    <message>
        <source>Efectivo</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>QR</source>
        <translation>QR</translation>
    </message>
    <message>
        <source>Transferencia</source>
        <translation>Bank transfer</translation>
    </message>
</context>
<context>
    <name>movements</name>
    <message>
        <source>Compra a cuenta</source>
        <translation>Purchase on account</translation>
    </message>
</context>
<context>
    <name>promises</name>
    <message>
        <source>Cumplida</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>No cumplida</source>
        <translation>Broken</translation>
    </message>
    <message>
        <source>Pendiente</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Reemplazada o quitada</source>
        <translation>Replaced or withdrawn</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>Bloqueada</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>Bloqueada: «{reason}». Sigue sola cuando se arregle.</source>
        <translation>Blocked: “{reason}”. It carries on by itself once fixed.</translation>
    </message>
    <message>
        <source>Esperando</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Esperando: «{reason}». Prueba de nuevo sola.</source>
        <translation>Waiting: “{reason}”. It retries by itself.</translation>
    </message>
    <message>
        <source>Imprimiendo</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>Imprimiendo, frenada: «{reason}». Sigue sola cuando se arregle.</source>
        <translation>Printing, held up: “{reason}”. It carries on by itself once fixed.</translation>
    </message>
    <message>
        <source>¿Salió el comprobante?</source>
        <translation>Did the voucher print?</translation>
    </message>
</context>
<context>
    <name>routes</name>
    <message>
        <source>Actualización de precios</source>
        <translation>Price update</translation>
    </message>
    <message>
        <source>Anulación de recibo</source>
        <translation>Receipt void</translation>
    </message>
    <message>
        <source>Anulación de venta</source>
        <translation>Sale void</translation>
    </message>
    <message>
        <source>Cierre de caja</source>
        <translation>Register closing</translation>
    </message>
    <message>
        <source>Devolución</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Estado de cuenta</source>
        <translation>Account statement</translation>
    </message>
    <message>
        <source>Informe X</source>
        <translation>X report</translation>
    </message>
    <message>
        <source>Página de prueba</source>
        <translation>Test page</translation>
    </message>
    <message>
        <source>Recibo de pago</source>
        <translation>Payment receipt</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Ticket a cuenta</source>
        <translation>On-account ticket</translation>
    </message>
</context>
</TS>
